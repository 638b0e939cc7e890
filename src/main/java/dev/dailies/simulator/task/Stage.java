package dev.dailies.simulator.task;

/**
 * Where a task stands at a moment.
 *
 * @param progress the share of the work that is done, 0 to 1
 */
public record Stage(Status status, double progress) {

  /** The share of the generation time that a task waits in the queue. */
  private static final double QUEUED = 0.15;

  /** Runway's words, each with the gateway's. */
  public enum Status {
    PENDING("QUEUED"),
    RUNNING("IN_PROGRESS"),
    SUCCEEDED("SUCCESS"),
    FAILED("FAILURE"),
    CANCELLED("FAILURE");

    private final String wrapped;

    Status(String wrapped) {
      this.wrapped = wrapped;
    }

    /** The gateway's word. */
    public String wrapped() {
      return wrapped;
    }
  }

  /** The stage of a ticket at a time in milliseconds since 1970. */
  public static Stage of(IssuedTicket ticket, long now) {
    if (now >= finish(ticket)) {
      return new Stage(end(ticket.outcome()), 1);
    }
    if (now < start(ticket)) {
      return new Stage(Status.PENDING, 0);
    }
    double done = (double) (now - start(ticket)) / (finish(ticket) - start(ticket));
    return new Stage(Status.RUNNING, Math.floor(done * 100) / 100);
  }

  private static Status end(Outcome outcome) {
    if (outcome == Outcome.CANCELLED) {
      return Status.CANCELLED;
    }
    return outcome == Outcome.SUCCEEDS ? Status.SUCCEEDED : Status.FAILED;
  }

  /** When the ticket leaves the queue, in milliseconds since 1970. */
  public static long start(IssuedTicket ticket) {
    return ticket.created() + (long) (ticket.generation() * QUEUED);
  }

  /** When the ticket ends, in milliseconds since 1970. */
  public static long finish(IssuedTicket ticket) {
    return ticket.created() + ticket.generation();
  }
}
