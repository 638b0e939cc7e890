package dev.dailies.job.settle;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.ledger.TicketTakenException;
import dev.dailies.provider.Evidence;
import dev.dailies.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a person decides about tasks in doubt, and about those in flight that do not end. A ticket
 * is looked at, which is free; all else the next run does.
 */
public final class Doubts {

  private static final int LONGEST = 100;

  private final TaskQueries queries;
  private final NamedTasks named;
  private final Ledger ledger;
  private final Stuck stuck;
  private final TicketLook look;

  Doubts(TaskQueries queries, Ledger ledger, Stuck stuck, TicketLook look) {
    this.queries = queries;
    this.named = new NamedTasks(queries);
    this.ledger = ledger;
    this.stuck = stuck;
    this.look = look;
  }

  /** Every task in doubt, in the order in which they were first planned. */
  public List<TaskView> all() {
    return found(Doubts::isDoubtful);
  }

  /** Every task in flight that does not end, in the same order. */
  public List<TaskView> allStuck() {
    return found(Stuck::isInFlight).stream().filter(stuck::is).toList();
  }

  private List<TaskView> found(Predicate<TaskView> wanted) {
    List<TaskView> found = new ArrayList<>();
    queries.forEach(
        view -> {
          if (wanted.test(view)) {
            found.add(view);
          }
        });
    return found;
  }

  /**
   * The tasks that the ids name, each once, however often it is named.
   *
   * @throws CannotSettleException as {@link #named(TaskId)}, for the first that is refused
   */
  public List<TaskView> named(List<TaskId> ids) {
    Map<Long, TaskView> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      TaskView view = named(id);
      found.put(view.task().id(), view);
    }
    return List.copyOf(found.values());
  }

  /**
   * The one task that the id names and that is in doubt, or does not end.
   *
   * @throws CannotSettleException if there is none, or more than one
   */
  private TaskView named(TaskId id) {
    List<TaskView> found = named.of(id);
    List<TaskView> doubtful = found.stream().filter(this::isOpen).toList();
    if (doubtful.isEmpty()) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only a task in doubt can be resolved, or one in flight for longer than the"
              + " deadline or out of sight");
    }
    if (doubtful.size() > 1) {
      throw new CannotSettleException(
          "%s names %d tasks %s; name one of %s"
              .formatted(
                  id,
                  doubtful.size(),
                  doubtful.stream().allMatch(Doubts::isDoubtful) ? "in doubt" : "to decide about",
                  doubtful.stream()
                      .map(view -> TaskId.among(found, view.task()).toString())
                      .collect(Collectors.joining(", "))));
    }
    return doubtful.get(0);
  }

  /** Has the next run send it again, which pays twice if the provider has taken it after all. */
  public Task resubmit(TaskView doubtful) {
    NamedTasks.checkCurrent(doubtful);
    if (!isDoubtful(doubtful)) {
      return ledger.replaced(
          doubtful.task(), Cause.because("sent again though it was taken, as a person decided"));
    }
    return ledger.planAgain(
        doubtful.task(), Cause.because("sent again while in doubt, as a person decided"));
  }

  /**
   * Looks once at a ticket that a person has found; creates nothing.
   *
   * @throws CannotSettleException if the provider gives no such tickets
   */
  public Sight look(TaskView doubtful, String ticket) {
    SentAttempt attempt = TicketLook.attempt(doubtful);
    if (!look.isTicket(ticket, attempt.provider())) {
      throw new CannotSettleException(
          "'%s' cannot be a ticket of %s: paste the task's id alone"
              .formatted(PlainText.oneLine(ticket, LONGEST), attempt.provider()));
    }
    return look.at(attempt, ticket);
  }

  /** Takes the ticket that a person has found at the provider; the next run polls it. */
  public Task adopt(TaskView doubtful, String ticket) {
    if (!isDoubtful(doubtful)) {
      throw new CannotSettleException(doubtful.task().name() + " has a ticket already");
    }
    try {
      return ledger.adopted(
          doubtful.task(), ticket, Cause.because("a person found its ticket at the provider"));
    } catch (TicketTakenException taken) {
      throw new CannotSettleException(String.valueOf(taken.getMessage()));
    }
  }

  /** Lets it go: it stays unknown whether it was made and paid for. */
  public Task giveUp(TaskView doubtful) {
    String reason =
        isDoubtful(doubtful)
            ? "a person gave it up while in doubt; it may have been paid for"
            : "a person gave it up in flight; it may be made and paid for all the same";
    return ledger.cancelled(doubtful.task(), null, new Cause("GIVEN_UP", reason, Evidence.NONE));
  }

  private boolean isOpen(TaskView view) {
    return isDoubtful(view) || stuck.is(view);
  }

  private static boolean isDoubtful(TaskView view) {
    return view.task().state() == TaskState.IN_DOUBT;
  }
}
