package dev.dailies.job.settle;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.text.PlainText;
import java.util.Objects;

/** Tickets that a person has found and that turn out to be none, or another's. */
final class WrongTickets {

  private static final int LONGEST = 200;

  private final TaskQueries queries;
  private final Histories histories;
  private final Ledger ledger;
  private final TicketLook look;

  WrongTickets(TaskQueries queries, Histories histories, Ledger ledger, TicketLook look) {
    this.queries = queries;
    this.histories = histories;
    this.ledger = ledger;
    this.look = look;
  }

  /** True if it follows a ticket that a person has found, and no run has seen it. */
  boolean has(TaskView view) {
    TaskState state = view.task().state();
    return (state == TaskState.SUBMITTED || state == TaskState.LOST)
        && histories.of(view).hasAdoptedTicket();
  }

  /**
   * Lets go of such a ticket, so that the task is in doubt again, unless the provider knows it or
   * cannot be asked: then it may be the right one.
   *
   * @param isReplaced true if a person names another one, which needs no proof
   */
  TaskView dropFrom(TaskView view, boolean isReplaced) {
    SentAttempt attempt = TicketLook.attempt(view);
    String ticket = Objects.requireNonNullElse(attempt.ticket(), "");
    if (view.task().state() == TaskState.SUBMITTED && look.isTicket(ticket, attempt.provider())) {
      checkUnknown(view, look.at(attempt, ticket), isReplaced);
    }
    String told = PlainText.oneLine(ticket, LONGEST);
    Task open =
        ledger.reopened(
            view.task(), Cause.because("a person no longer takes '" + told + "' for its ticket"));
    return queries.of(open);
  }

  private static void checkUnknown(TaskView view, Sight sight, boolean isReplaced) {
    String name = view.task().name();
    if (sight.kind() == Sight.Kind.KNOWN) {
      throw new CannotSettleException(
          "%s is %s; if its ticket is wrong, take it back with --undo"
              .formatted(name, sight.told().replaceFirst(";.*", "")));
    }
    if (sight.kind() == Sight.Kind.NOT_CHECKED && !isReplaced) {
      throw new CannotSettleException(
          "%s may be in the making, and nobody can be asked now; if its ticket is wrong, take it back with --undo"
              .formatted(name));
    }
  }
}
