package dev.dailies.job.run;

import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How many of the planned tasks this run may still send. */
final class SendLimit {

  private final @Nullable Integer most;
  private final AtomicLong sent = new AtomicLong();

  /**
   * @param most in one run; null for all
   */
  SendLimit(@Nullable Integer most) {
    this.most = most;
  }

  /** Follows a change of state; what was certainly not taken does not count as sent. */
  void note(TaskState from, TaskState to) {
    if (to == TaskState.SUBMITTING) {
      sent.incrementAndGet();
    } else if (from == TaskState.SUBMITTING && to == TaskState.PLANNED) {
      sent.decrementAndGet();
    }
  }

  /**
   * @param planned how many tasks are
   * @param stops why something is not sent any more
   */
  long left(long planned, List<StopReason> stops) {
    if (stops.stream().anyMatch(stop -> stop.provider() == null)) {
      return 0;
    }
    return most == null ? planned : Math.min(planned, Math.max(0, most - sent.get()));
  }
}
