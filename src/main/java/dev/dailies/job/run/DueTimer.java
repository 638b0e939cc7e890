package dev.dailies.job.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When something is to be done again: it is due at a time, then under way, then due later or never
 * again. Set by the thread that does it, read by the loop that starts it.
 */
public final class DueTimer {

  private final LongSupplier nanoTime;
  private long due;
  private boolean underWay;
  private boolean ended;

  /** A timer of what is due at once. */
  public DueTimer() {
    this(System::nanoTime);
  }

  /**
   * A timer of what is due at once.
   *
   * @param nanoTime as {@link System#nanoTime()}
   */
  public DueTimer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.due = nanoTime.getAsLong();
  }

  public synchronized boolean isDue() {
    return !underWay && !ended && nanoTime.getAsLong() - due >= 0;
  }

  /** How long until it is due; empty while it is under way, and once it has ended. */
  public synchronized Optional<Duration> untilDue() {
    return underWay || ended
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, due - nanoTime.getAsLong())));
  }

  /** When it is due, for comparing two of them. */
  synchronized long due() {
    return due;
  }

  /** It is under way now. */
  public synchronized void start() {
    underWay = true;
  }

  public synchronized boolean isUnderWay() {
    return underWay;
  }

  /** It was not done after all, and is due as before. */
  public synchronized void putBack() {
    underWay = false;
  }

  /** It was done, and is due again after the given time. */
  public synchronized void again(Duration wait) {
    due = nanoTime.getAsLong() + wait.toNanos();
    underWay = false;
  }

  /** It is not done again in this run. */
  public synchronized void end() {
    ended = true;
    underWay = false;
  }

  public synchronized boolean hasEnded() {
    return ended;
  }
}
