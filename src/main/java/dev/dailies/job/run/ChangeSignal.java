package dev.dailies.job.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Says "something changed" to every loop that waits. Carries no fact: those are in the ledger. */
final class ChangeSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long count;

  /** Wakes all waiting loops. */
  void raise() {
    lock.lock();
    try {
      count++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How often the signal was raised: read it before a turn, wait with it after. */
  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the signal has been raised since {@code seen}, but no longer than the given time.
   */
  void await(long seen, Duration atMost) {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (count == seen && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
