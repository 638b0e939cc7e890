package dev.dailies.pacing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * For libraries that measure waits with a {@link Clock}: begins in 1970 and only goes forward, so
 * that setting the system's clock makes no wait longer or shorter.
 */
final class MonotonicClock extends Clock {

  private final LongSupplier nanoTime;
  private final long start;

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  MonotonicClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - start);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
