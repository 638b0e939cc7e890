package dev.dailies.job.settle;

import dev.dailies.job.run.ClipFiles;
import dev.dailies.ledger.Cause;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was paid for and is not here, or is no longer. To fetch it once more is free. */
public final class Undelivered {

  private final TaskQueries queries;
  private final NamedTasks named;
  private final Ledger ledger;
  private final OpenTasks tasks;
  private final ClipFiles files;

  Undelivered(TaskQueries queries, Ledger ledger, OpenTasks tasks, ClipFiles files) {
    this.queries = queries;
    this.named = new NamedTasks(queries);
    this.ledger = ledger;
    this.tasks = tasks;
    this.files = files;
  }

  /**
   * What is to be fetched.
   *
   * @param waiting tasks that are generated and wait for their files
   * @param lost tasks whose files were here
   */
  public record ToFetch(Set<Long> waiting, Set<Long> lost) {

    /** True if there is nothing to fetch. */
    public boolean isEmpty() {
      return waiting.isEmpty() && lost.isEmpty();
    }

    /** All of them. */
    public Set<Long> all() {
      Set<Long> all = new LinkedHashSet<>(waiting);
      all.addAll(lost);
      return all;
    }
  }

  /**
   * Has the files of these tasks fetched, or, if none is named, of all that are not here.
   *
   * @throws CannotSettleException if an id names no task that has a file to fetch; then nothing
   *     changed
   */
  public ToFetch fetchAgain(List<TaskId> ids) {
    ToFetch found = new ToFetch(new LinkedHashSet<>(), new LinkedHashSet<>());
    if (ids.isEmpty()) {
      // Other bytes under a name are found by verify, which reads every file.
      queries.forEach(view -> take(view, file -> files.problemAtAGlance(file).isPresent(), found));
    } else {
      named(ids).forEach(view -> take(view, this::isNotAsItWas, found));
    }
    return found;
  }

  /** How many of the clips that were gone are here again. */
  public long broughtBack(ToFetch wanted) {
    if (wanted.lost().isEmpty()) {
      return 0;
    }
    long[] back = {0};
    queries.forEach(
        view -> {
          boolean isBack =
              wanted.lost().contains(view.task().id()) && !hasLost(view, this::isNotAsItWas);
          back[0] += isBack ? 1 : 0;
        });
    return back[0];
  }

  private boolean isNotAsItWas(DeliveredFile file) {
    return files.problem(file).isPresent();
  }

  private void take(TaskView view, Predicate<DeliveredFile> isLost, ToFetch found) {
    long id = view.task().id();
    if (view.task().state() == TaskState.UNDELIVERED) {
      ledger.fetchAgain(view.task(), Cause.because("a person wants it fetched again"));
      found.waiting().add(id);
    } else if (view.task().state() == TaskState.SUCCEEDED) {
      found.waiting().add(id);
    } else if (hasLost(view, isLost)) {
      found.lost().add(id);
    }
  }

  private boolean hasLost(TaskView view, Predicate<DeliveredFile> isLost) {
    return view.task().state() == TaskState.DELIVERED
        && tasks.outputs(view.task()).stream()
            .anyMatch(output -> output.file() == null || isLost.test(output.file()));
  }

  /** Each task once, however often it is named. */
  private List<TaskView> named(List<TaskId> ids) {
    Map<Long, TaskView> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      verdict(id).forEach(view -> found.put(view.task().id(), view));
    }
    return List.copyOf(found.values());
  }

  private List<TaskView> verdict(TaskId id) {
    List<TaskView> found = named.of(id);
    if (found.stream().noneMatch(this::hasFilesToFetch)) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only what was generated and is not here can be fetched");
    }
    return found;
  }

  private boolean hasFilesToFetch(TaskView view) {
    TaskState state = view.task().state();
    return state == TaskState.UNDELIVERED
        || state == TaskState.SUCCEEDED
        || hasLost(view, this::isNotAsItWas);
  }
}
