package dev.dailies.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a task.
 *
 * @param attempts those that may have cost money, and those that were refused, oldest first
 * @param events oldest first
 */
public record History(TaskView view, List<SentAttempt> attempts, List<Event> events) {

  /** True if its ticket is one that a person has found, and no run has seen it. */
  public boolean hasAdoptedTicket() {
    return Decisions.isAdopted(events, view.task().attempts());
  }

  /** How the ledger came to the ticket of an attempt. */
  public enum TicketBy {
    /** The provider's answer to the request. */
    ANSWER,
    /** A person, who found it at the provider. */
    PERSON,
    /** A look at the provider, or into the journal, after an answer that never came. */
    LOOK
  }

  /** How it came to the ticket of this attempt; if it has none, how it would have come to it. */
  public TicketBy ticketBy(SentAttempt attempt) {
    return events.stream()
        .filter(event -> event.to() == TaskState.SUBMITTED)
        .filter(event -> event.at().equals(attempt.acceptedAt()))
        .findFirst()
        .map(History::ticketBy)
        .orElse(TicketBy.ANSWER);
  }

  private static TicketBy ticketBy(Event event) {
    if (Decisions.isAdoption(event)) {
      return TicketBy.PERSON;
    }
    return event.from() == TaskState.IN_DOUBT ? TicketBy.LOOK : TicketBy.ANSWER;
  }

  /** True if the newest that happened to it is a person's decision. */
  public boolean endsWithDecision() {
    return Decisions.last(events).isPresent();
  }

  /**
   * One change of a task's state, as the event log has it.
   *
   * @param attempt the attempt's number; null if the change does not belong to an attempt
   * @param httpStatus of the answer that caused it; null if there was none
   * @param requestId the provider's own id of the exchange
   */
  public record Event(
      Instant at,
      @Nullable Integer attempt,
      TaskState from,
      TaskState to,
      @Nullable Integer httpStatus,
      @Nullable String requestId,
      @Nullable String code,
      @Nullable String reason) {}
}
