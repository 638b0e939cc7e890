package dev.dailies.job.settle;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.NothingToUndoException;
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
  private final WrongTickets wrong;
  private final Histories histories;

  Doubts(
      TaskQueries queries,
      Histories histories,
      Ledger ledger,
      Stuck stuck,
      TicketLook look,
      WrongTickets wrong) {
    this.histories = histories;
    this.wrong = wrong;
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

  /** The tickets of other takes that a person may find in place of those of these doubts. */
  public KnownTickets knownBeside(List<TaskView> doubts) {
    return KnownTickets.beside(doubts, queries, histories);
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
      doubtful = found.stream().filter(this::isOutOfSight).toList();
    }
    if (doubtful.isEmpty()) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only a task in doubt can be resolved, or one that is lost, or in flight for"
              + " longer than the deadline or out of sight"
              + another(found));
    }
    return one(id, doubtful);
  }

  private TaskView one(TaskId id, List<TaskView> chosen) {
    if (chosen.size() == 1) {
      return chosen.get(0);
    }
    throw new CannotSettleException(
        "%s names %d tasks %s; name one of %s"
            .formatted(
                id,
                chosen.size(),
                chosen.stream().allMatch(Doubts::isDoubtful) ? "in doubt" : "to decide about",
                chosen.stream()
                    .map(view -> named.shortest(view.task()))
                    .collect(Collectors.joining(", "))));
  }

  /**
   * The tasks that the ids name, of which a person's decision is the last that happened.
   *
   * @throws CannotSettleException if there is none for an id, or more than one
   */
  public List<TaskView> decided(List<TaskId> ids) {
    return ids.stream().map(this::decided).distinct().toList();
  }

  private TaskView decided(TaskId id) {
    List<TaskView> found = named.of(id);
    List<TaskView> decided =
        found.stream().filter(view -> histories.of(view).endsWithDecision()).toList();
    if (decided.isEmpty()) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": there is no decision to take back, or something has followed it"
              + another(found));
    }
    return one(id, decided);
  }

  /** What remains to do about a clip that is here, and is not the one that was meant. */
  private static String another(List<TaskView> found) {
    return found.stream().anyMatch(view -> view.task().state() == TaskState.DELIVERED)
        ? "; redo makes its clip again"
        : "";
  }

  /** Takes a person's last decision back. */
  public Task undo(TaskView decided) {
    try {
      return ledger.undone(decided.task());
    } catch (NothingToUndoException followed) {
      throw new CannotSettleException(String.valueOf(followed.getMessage()));
    }
  }

  /** Has the next run send it again, which pays twice if the provider has taken it after all. */
  public Task resubmit(TaskView doubtful) {
    NamedTasks.checkCurrent(doubtful);
    TaskView view = withoutWrongTicket(doubtful, false);
    return switch (view.task().state()) {
      case SUBMITTED ->
          ledger.replaced(
              view.task(),
              decided(Cause.RESUBMITTED, "sent again though it was taken, as a person decided"));
      case LOST ->
          ledger.planAgain(
              view.task(),
              decided(Cause.RESUBMITTED, "sent again while lost, as a person decided"));
      default ->
          ledger.absent(
              view.task(),
              decided(Cause.RESUBMITTED, "sent again while in doubt, as a person decided"));
    };
  }

  private TaskView withoutWrongTicket(TaskView view, boolean isReplaced) {
    return !stuck.is(view) && wrong.has(view) ? wrong.dropFrom(view, isReplaced) : view;
  }

  private static Cause decided(String code, String reason) {
    return new Cause(code, reason, Evidence.NONE);
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
    if (!isDoubtful(doubtful) && !wrong.has(doubtful)) {
      throw new CannotSettleException(
          "%s has a ticket already, which %s gave it"
              .formatted(doubtful.task().name(), TicketLook.attempt(doubtful).provider()));
    }
    queries
        .holderOf(ticket)
        .ifPresent(
            holder -> {
              throw new CannotSettleException(
                  "the ticket '%s' is that of %s already".formatted(ticket, holder));
            });
    TaskView open = isDoubtful(doubtful) ? doubtful : wrong.dropFrom(doubtful, true);
    String found = "a person found its ticket '%s' at the provider".formatted(ticket);
    try {
      return ledger.adopted(open.task(), ticket, decided(Cause.ADOPTED, found));
    } catch (TicketTakenException taken) {
      throw new CannotSettleException(String.valueOf(taken.getMessage()));
    }
  }

  /** Lets it go: it stays unknown whether it was made and paid for. */
  public Task giveUp(TaskView doubtful) {
    TaskView view = withoutWrongTicket(doubtful, false);
    String reason =
        isDoubtful(view)
            ? "a person gave it up while in doubt; it may have been paid for"
            : "a person gave it up in flight; it may be made and paid for all the same";
    return ledger.cancelled(view.task(), null, decided(Cause.GIVEN_UP, reason));
  }

  private boolean isOpen(TaskView view) {
    return isDoubtful(view) || stuck.is(view);
  }

  private boolean isOutOfSight(TaskView view) {
    return view.task().state() == TaskState.LOST || wrong.has(view);
  }

  private static boolean isDoubtful(TaskView view) {
    return view.task().state() == TaskState.IN_DOUBT;
  }
}
