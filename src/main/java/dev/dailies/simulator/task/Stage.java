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

  /** The stage of a ticket that is begun at once, at a time in milliseconds since 1970. */
  public static Stage of(IssuedTicket ticket, long now) {
    return of(ticket, 0, now);
  }

  /**
   * The stage of a ticket at a time in milliseconds since 1970.
   *
   * @param wait how long it waits for others, in milliseconds
   */
  public static Stage of(IssuedTicket ticket, int wait, long now) {
    if (now >= finish(ticket)) {
      return new Stage(end(ticket.outcome()), 1);
    }
    long start = start(ticket, wait);
    if (now < start) {
      return new Stage(Status.PENDING, 0);
    }
    double done = (double) (now - start) / (finish(ticket) - start);
    return new Stage(Status.RUNNING, Math.floor(done * 100) / 100);
  }

  private static Status end(Outcome outcome) {
    if (outcome == Outcome.CANCELLED) {
      return Status.CANCELLED;
    }
    return outcome == Outcome.SUCCEEDS ? Status.SUCCEEDED : Status.FAILED;
  }

  /**
   * When the ticket leaves the queue, in milliseconds since 1970.
   *
   * @param wait how long it waits for others, in milliseconds
   */
  public static long start(IssuedTicket ticket, int wait) {
    return ticket.created() + wait + (long) ((ticket.generation() - wait) * QUEUED);
  }

  /** When the ticket ends, in milliseconds since 1970. */
  public static long finish(IssuedTicket ticket) {
    return ticket.created() + ticket.generation();
  }
}
