package dev.dailies.pacing;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a refusal that lasts from one that passes: it was met several times in a row, and for a
 * while. What is free may be asked again before anybody believes it.
 */
public final class Lasting {

  private static final int TIMES = 3;

  private final Duration atLeast;
  private final LongSupplier nanoTime;
  private int times;
  private long since;

  /**
   * @param atLeast how long it lasts before it is believed
   */
  public Lasting(Duration atLeast, LongSupplier nanoTime) {
    this.atLeast = atLeast;
    this.nanoTime = nanoTime;
  }

  /** It was met once more. Returns true if it lasts. */
  public synchronized boolean again() {
    long now = nanoTime.getAsLong();
    if (times++ == 0) {
      since = now;
    }
    return times >= TIMES && now - since >= atLeast.toNanos();
  }

  /** It has passed. */
  public synchronized void passed() {
    times = 0;
  }
}
