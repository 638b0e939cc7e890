package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Why this run sends nothing more. A drain ends submitting only: what is paid for is still polled
 * and fetched. A stop ends every loop.
 */
final class StopReasons {

  private final CopyOnWriteArrayList<StopReason> reasons = new CopyOnWriteArrayList<>();
  private final ChangeSignal signal;
  private volatile boolean drained;
  private volatile boolean stopped;

  StopReasons(ChangeSignal signal) {
    this.signal = signal;
  }

  /** Nothing new is sent to anybody. */
  void drain(StopReason reason) {
    drained = true;
    note(reason);
  }

  /** Every loop ends. */
  void stop(StopReason reason) {
    drained = true;
    stopped = true;
    note(reason);
    signal.raise();
  }

  /**
   * Only notes why, where the gate or a loop of a provider has ended its work itself. A reason that
   * is known is no news: a loop that repeats it at every turn must not wake itself again and again.
   */
  void note(StopReason reason) {
    if (reasons.addIfAbsent(reason)) {
      signal.raise();
    }
  }

  boolean isDrained() {
    return drained;
  }

  boolean isStopped() {
    return stopped;
  }

  /** All reasons so far, in the order in which they came. */
  List<StopReason> all() {
    return List.copyOf(reasons);
  }
}
