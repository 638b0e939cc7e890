package dev.dailies.simulator.task;

import dev.dailies.provider.spi.Rate;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Admits creates at a rate, after a burst of three, and says how long the others should wait. */
public final class Admission {

  private static final int BURST = 3;

  private final long period;
  private final LongSupplier nanoTime;
  private long nextRegular;

  /**
   * @param rate null admits all
   */
  public Admission(@Nullable Rate rate, LongSupplier nanoTime) {
    this.period = rate == null ? 0 : rate.period().toNanos();
    this.nanoTime = nanoTime;
    this.nextRegular = nanoTime.getAsLong();
  }

  /** Admits a create if the wait is zero; one that is told to wait does not count. */
  public synchronized Duration enter() {
    long now = nanoTime.getAsLong();
    if (nextRegular - now < 0) {
      nextRegular = now;
    }
    long wait = nextRegular - now - (BURST - 1) * period;
    if (wait > 0) {
      return Duration.ofNanos(wait);
    }
    nextRegular += period;
    return Duration.ZERO;
  }
}
