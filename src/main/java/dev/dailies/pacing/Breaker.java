package dev.dailies.pacing;

import dev.dailies.provider.spi.ProviderSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The circuit breaker in front of submissions: opens when three of the last five have failed, waits
 * twice as long each time, and then lets one try.
 */
final class Breaker {

  private final CircuitBreaker breaker;
  private final LongSupplier nanoTime;
  private long closedUntil;

  Breaker(String provider, ProviderSettings settings, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    IntervalFunction doubling = IntervalFunction.ofExponentialBackoff(settings.breakerWait(), 2);
    this.breaker =
        CircuitBreaker.of(
            provider,
            CircuitBreakerConfig.custom()
                .clock(new MonotonicClock(nanoTime))
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(5)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .permittedNumberOfCallsInHalfOpenState(1)
                // One trial: a probe, its turn, and its request.
                .maxWaitDurationInHalfOpenState(
                    settings.requestTimeout().plus(settings.submitRate().pace()).multipliedBy(2))
                .waitIntervalFunctionInOpenState(opening -> noted(doubling.apply(opening)))
                .build());
  }

  /** Asked when it opens; the library keeps to itself when it lets one try. */
  private long noted(long waitMillis) {
    closedUntil = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    return waitMillis;
  }

  /** Whoever got true must call one of the three methods below. */
  boolean tryEnter() {
    return breaker.tryAcquirePermission();
  }

  void succeeded() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void failed() {
    breaker.onError(0, TimeUnit.NANOSECONDS, new NoSuccess());
  }

  /** Counts neither as a success nor as a failure. */
  void released() {
    breaker.releasePermission();
  }

  boolean isOpen() {
    return breaker.getState() == State.OPEN;
  }

  /** How long it lets nobody pass, if it is open; not below zero. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, closedUntil - nanoTime.getAsLong()));
  }

  /** True while half open: one request may try whether the provider is well again. */
  boolean isOnTrial() {
    return breaker.getState() == State.HALF_OPEN;
  }

  /** The library wants an exception; outcomes are values here. */
  private static final class NoSuccess extends Exception {
    private static final long serialVersionUID = 1;

    NoSuccess() {
      super("no success", null, false, false);
    }
  }
}
