package dev.dailies.ledger;

import dev.dailies.ledger.History.Event;
import dev.dailies.provider.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds in the events of a task, oldest first, what a person has decided about it. */
final class Decisions {

  private static final Set<String> CODES = Set.of(Cause.ADOPTED, Cause.RESUBMITTED, Cause.GIVEN_UP);

  /** What earlier versions wrote without a code. */
  private static final String EARLIER_ADOPTION = "a person found its ticket at the provider";

  private Decisions() {}

  /** The newest event, if a person has decided it. */
  static Optional<Event> last(List<Event> events) {
    return newest(events).filter(Decisions::isDecision);
  }

  /** True if the ticket of an attempt is one that a person has found, and no run has seen it. */
  static boolean isAdopted(List<Event> events, int attempt) {
    return events.stream()
        .filter(event -> event.to() == TaskState.SUBMITTED)
        .reduce((earlier, later) -> later)
        .filter(event -> event.attempt() != null && event.attempt() == attempt)
        .filter(Decisions::isAdoption)
        .isPresent();
  }

  /** Why the task was in the state that it had before its newest event. */
  static Cause before(List<Event> events) {
    return newest(events.subList(0, events.size() - 1))
        .map(event -> new Cause(event.code(), event.reason(), Evidence.NONE))
        .orElse(Cause.of(Evidence.NONE));
  }

  private static Optional<Event> newest(List<Event> events) {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
  }

  private static boolean isDecision(Event event) {
    return isAdoption(event) || (event.code() != null && CODES.contains(event.code()));
  }

  static boolean isAdoption(Event event) {
    return Cause.ADOPTED.equals(event.code()) || EARLIER_ADOPTION.equals(event.reason());
  }
}
