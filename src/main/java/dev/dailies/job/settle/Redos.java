package dev.dailies.job.settle;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans clips again that are there. Sends nothing: the next run does. The earlier clip is kept, as
 * with an edited row.
 */
public final class Redos {

  private static final Set<TaskState> UNSETTLED =
      Set.of(
          TaskState.SUBMITTING,
          TaskState.SUBMITTED,
          TaskState.SUCCEEDED,
          TaskState.IN_DOUBT,
          TaskState.LOST);

  private static final Set<TaskState> MADE = Set.of(TaskState.DELIVERED, TaskState.UNDELIVERED);

  private final TaskQueries queries;
  private final NamedTasks named;
  private final Ledger ledger;
  private final Providers providers;

  Redos(TaskQueries queries, Ledger ledger, Providers providers) {
    this.queries = queries;
    this.named = new NamedTasks(queries);
    this.ledger = ledger;
    this.providers = providers;
  }

  /**
   * What is to be made again.
   *
   * @param waiting how many of those that are meant were planned again already
   */
  public record Chosen(List<TaskView> tasks, long waiting) {}

  /**
   * The tasks that these ids mean, one for each take.
   *
   * @throws CannotSettleException if one may still be paid for, or an id names none that was made
   */
  public Chosen named(List<TaskId> ids) {
    Map<Long, TaskView> found = new LinkedHashMap<>();
    ids.forEach(id -> meant(id).forEach(view -> found.put(view.task().id(), view)));
    return chosen(List.copyOf(found.values()));
  }

  /** All clips that today's settings would make otherwise. */
  public Chosen changed() {
    Map<String, Recipe> today = new TreeMap<>();
    List<TaskView> found = new ArrayList<>();
    queries.forEach(
        view -> {
          if (view.current() && view.task().state() == TaskState.DELIVERED && isOld(view, today)) {
            found.add(view);
          }
        });
    return new Chosen(found, 0);
  }

  /** Plans a clip again, to be sent by the next run. */
  public void again(TaskView view) {
    ledger.redo(view.task(), Cause.because("a person wants it made again"));
  }

  /** Null inside where the provider has no recipe, or is no longer in the settings. */
  private record Recipe(@Nullable String digest) {}

  private boolean isOld(TaskView view, Map<String, Recipe> today) {
    SentAttempt attempt = view.attempt();
    String then = attempt == null ? null : attempt.request().recipe();
    if (then == null) {
      return false;
    }
    String now =
        today.computeIfAbsent(Objects.requireNonNull(view.task().provider()), this::recipe).digest;
    return now != null && !now.equals(then);
  }

  private Recipe recipe(String provider) {
    return new Recipe(
        providers.findQuietly(provider).map(active -> active.provider().recipe()).orElse(null));
  }

  /** Of each take the task that its row has now; the newest, if its row is gone. */
  private List<TaskView> meant(TaskId id) {
    Map<Integer, TaskView> ofTakes = new TreeMap<>();
    for (TaskView view : named.of(id)) {
      ofTakes.merge(view.task().take(), view, Redos::rather);
    }
    List<TaskView> meant = List.copyOf(ofTakes.values());
    meant.stream().filter(view -> isUnsettled(view.task())).findFirst().ifPresent(Redos::refuse);
    if (meant.stream().noneMatch(view -> isMade(view.task()) || isWaiting(view.task()))) {
      throw new CannotSettleException(
          NamedTasks.stateOf(meant.get(0))
              + ": only a clip that was made can be made again; 'retry' repeats what failed");
    }
    return meant;
  }

  private static TaskView rather(TaskView one, TaskView other) {
    if (one.current() != other.current()) {
      return one.current() ? one : other;
    }
    return one.task().revision() > other.task().revision() ? one : other;
  }

  private static Chosen chosen(List<TaskView> meant) {
    List<TaskView> made = meant.stream().filter(view -> isMade(view.task())).toList();
    made.forEach(NamedTasks::checkCurrent);
    return new Chosen(made, meant.stream().filter(view -> isWaiting(view.task())).count());
  }

  private static void refuse(TaskView view) {
    throw new CannotSettleException(
        NamedTasks.stateOf(view)
            + ": it may still be made and paid for; let a run, or 'resolve', settle it first");
  }

  private static boolean isUnsettled(Task task) {
    return UNSETTLED.contains(task.state());
  }

  private static boolean isMade(Task task) {
    return MADE.contains(task.state());
  }

  /** A second revision that is not sent yet: by this command, or by an edited row. */
  private static boolean isWaiting(Task task) {
    return task.state() == TaskState.PLANNED && task.revision() > 1;
  }
}
