package dev.dailies.ledger;

import java.util.Locale;
import java.util.Set;

/** Where a task stands, and what it may become. */
public enum TaskState {
  /** Valid; nothing is sent. */
  PLANNED,
  /** The intent is committed; the request may be on the wire. */
  SUBMITTING,
  /** The provider gave a ticket. */
  SUBMITTED,
  /** The provider finished; the files are not here yet. */
  SUCCEEDED,
  /** Every file is on disk, checked, under its final name. */
  DELIVERED,
  /** The row is invalid, or the provider refused it before creating a task. */
  REJECTED,
  /** Was never sent and is no longer in the manifest. */
  WITHDRAWN,
  /** Accepted, then failed at the provider. */
  FAILED,
  /** Cancelled at the provider, or given up by a person. */
  CANCELLED,
  /** The request was sent, and its outcome is unknown. */
  IN_DOUBT,
  /** The provider no longer knows the ticket. */
  LOST,
  /** Generated, but its file could not be fetched or is not a clip. */
  UNDELIVERED;

  /** In the words of people, wherever one reads of it: {@code at the provider}. */
  public String told() {
    return switch (this) {
      case PLANNED -> "not sent";
      case SUBMITTING -> "being sent";
      case SUBMITTED -> "at the provider";
      case SUCCEEDED -> "to fetch";
      case REJECTED -> "refused";
      case IN_DOUBT -> "in doubt";
      case DELIVERED, WITHDRAWN, FAILED, CANCELLED, LOST, UNDELIVERED ->
          name().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * Says which state may follow which. A method of {@link Ledger} may be stricter, and start from
   * some of the states only.
   */
  public boolean mayBecome(TaskState next) {
    return followers().contains(next);
  }

  private Set<TaskState> followers() {
    return switch (this) {
      case PLANNED -> Set.of(SUBMITTING, REJECTED, WITHDRAWN);
      case SUBMITTING -> Set.of(SUBMITTED, SUCCEEDED, REJECTED, IN_DOUBT, PLANNED);
      case SUBMITTED -> Set.of(SUCCEEDED, FAILED, CANCELLED, LOST, PLANNED);
      case SUCCEEDED -> Set.of(DELIVERED, UNDELIVERED);
      case UNDELIVERED -> Set.of(SUCCEEDED);
      case LOST -> Set.of(SUBMITTED, PLANNED, CANCELLED);
      case IN_DOUBT -> Set.of(SUBMITTED, PLANNED, CANCELLED);
      case FAILED, CANCELLED -> Set.of(PLANNED);
      case WITHDRAWN -> Set.of(PLANNED, REJECTED);
      case REJECTED -> Set.of(PLANNED, WITHDRAWN);
      case DELIVERED -> Set.of();
    };
  }

  /** True while a run still has something to do for the task. */
  public boolean isOpen() {
    return this == PLANNED || this == SUBMITTING || this == SUBMITTED || this == SUCCEEDED;
  }

  /** True if nothing was sent, so that the row's columns may change. */
  boolean isUnsent() {
    return this == PLANNED || this == WITHDRAWN;
  }

  /** True if an edited row has to wait, since the request that was sent may still be paid for. */
  boolean holdsEdits() {
    return this == SUBMITTING
        || this == SUBMITTED
        || this == SUCCEEDED
        || this == IN_DOUBT
        || this == LOST;
  }

  /** True if there may be a clip that an edited row would replace. */
  boolean holdsClip() {
    return this == DELIVERED || this == UNDELIVERED;
  }
}
