package dev.dailies.job;

import dev.dailies.provider.Gate;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderSettings;
import dev.dailies.provider.Secret;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A provider as this run uses it: the adapter, its settings, and all that paces it.
 *
 * @param key taken out of whatever is told of this provider
 * @param submitLane submissions on the wire
 * @param pollLane looks on the wire
 * @param pollLimiter how many looks there may be, over all tasks
 */
record Slot(
    String name,
    String type,
    Provider provider,
    ProviderSettings settings,
    Secret key,
    Gate gate,
    Lane submitLane,
    Lane pollLane,
    RateLimiter pollLimiter) {

  private static final long LOOK_AGAIN = Duration.ofMillis(50).toNanos();

  /**
   * Waits until the poll rate allows one look.
   *
   * @param unwanted asked again and again while waiting; true ends the wait
   */
  void awaitTurnToLook(BooleanSupplier unwanted) {
    long turn = System.nanoTime() + pollLimiter.reservePermission();
    long left = turn - System.nanoTime();
    while (left > 0 && !unwanted.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(left, LOOK_AGAIN));
      left = turn - System.nanoTime();
    }
  }
}
