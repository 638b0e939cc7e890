package dev.dailies.pacing;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Hands out turns, one in each period, to all who wait for one. */
public final class Pacer {

  private static final Duration FOR_EVER = Duration.ofDays(3650);

  /** How often a wait in this package asks whether it is still wanted, in nanoseconds. */
  static final long ASK_AGAIN = Duration.ofMillis(20).toNanos();

  private final RateLimiter limiter;

  public Pacer(String name, Duration period) {
    this.limiter =
        RateLimiter.of(
            name,
            RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(period)
                .timeoutDuration(FOR_EVER)
                .build());
  }

  /**
   * Waits for the next free turn.
   *
   * @param unwanted asked again and again while waiting; true ends the wait, and the turn is lost
   */
  public void await(BooleanSupplier unwanted) {
    long turn = System.nanoTime() + limiter.reservePermission();
    long left = turn - System.nanoTime();
    while (left > 0 && !unwanted.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(left, ASK_AGAIN));
      left = turn - System.nanoTime();
    }
  }
}
