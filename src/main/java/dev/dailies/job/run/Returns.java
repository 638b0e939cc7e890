package dev.dailies.job.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a task that this run watches may still be sent again by itself: as long as that may be,
 * submitting goes on. Kept in memory, by the poll step.
 */
public final class Returns {

  private final Set<Long> parked = ConcurrentHashMap.newKeySet();
  private final Set<Long> beingSettled = ConcurrentHashMap.newKeySet();
  private volatile boolean formerOnesAreSeen;

  /** The task is left to the next run. */
  public void park(long task) {
    parked.add(task);
  }

  /** The task is about to be lost, and perhaps to be planned again. */
  public void begin(long task) {
    beingSettled.add(task);
  }

  /** What has become of the task is in the ledger. */
  public void end(long task) {
    beingSettled.remove(task);
  }

  /** Each task that was lost before this run has been looked at. */
  public void formerOnesAreSeen() {
    formerOnesAreSeen = true;
  }

  /**
   * True if none of these tasks can come back any more.
   *
   * @param submitted those that have a ticket now, read before this is asked
   */
  public boolean areOver(Set<Long> submitted) {
    return formerOnesAreSeen && parked.containsAll(submitted) && beingSettled.isEmpty();
  }
}
