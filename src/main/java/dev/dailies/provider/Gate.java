package dev.dailies.provider;

import dev.dailies.provider.StopReason.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one gate that every submission to a provider passes, the first try and any later one: rate
 * limit, circuit breaker, and the pauses that the provider asks for. After an answer that leaves a
 * submission in doubt only one more is on the wire at a time, until the provider accepts again.
 */
public final class Gate {

  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

  private final String provider;
  private final Duration giveUpAfter;
  private final Duration pace;
  private final Clock clock;
  private final RateLimiter limiter;
  private final CircuitBreaker breaker;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final RefusalStreak refusals = new RefusalStreak();

  private @Nullable StopReason drained;
  private int onTheWire;
  private boolean shaken;
  private long pausedUntil = System.nanoTime();
  private @Nullable Long troubledSince;
  private long lastTrouble;

  /**
   * @param clock only for the dates that people are shown; no wait depends on it
   */
  public Gate(String provider, ProviderSettings settings, Clock clock) {
    this.provider = provider;
    this.giveUpAfter = settings.giveUpAfter();
    this.pace = settings.submitRate().pace();
    this.clock = clock;
    this.limiter =
        RateLimiter.of(
            provider,
            RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(settings.submitRate().pace())
                .timeoutDuration(FOR_EVER)
                .build());
    this.breaker =
        CircuitBreaker.of(
            provider,
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(5)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(
                    settings.requestTimeout().plus(settings.submitRate().pace()).multipliedBy(2))
                .waitIntervalFunctionInOpenState(
                    IntervalFunction.ofExponentialBackoff(settings.breakerWait(), 2))
                .build());
  }

  /**
   * Waits until one request may be sent.
   *
   * @param unwanted asked again and again while waiting; true ends the wait
   * @return empty if nothing may be sent any more
   */
  public Optional<Permit> enter(BooleanSupplier unwanted) {
    while (!unwanted.getAsBoolean() && stopReason().isEmpty()) {
      if (!tryPass()) {
        LockSupport.parkNanos(LOOK_AGAIN);
        continue;
      }
      waitForTurn(() -> unwanted.getAsBoolean() || stopReason().isPresent());
      if (!unwanted.getAsBoolean() && mayStillGo()) {
        return Optional.of(new Permit(this));
      }
      release();
    }
    return Optional.empty();
  }

  /**
   * Waits while the provider has asked for a pause, so that nothing is prepared in vain.
   *
   * @return false if nothing may be sent any more
   */
  public boolean awaitOpening(BooleanSupplier unwanted) {
    while (!unwanted.getAsBoolean() && stopReason().isEmpty()) {
      if (!isOnPause()) {
        return true;
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    return false;
  }

  /** A shot could not be prepared: nothing was sent, and no permit was taken. */
  public synchronized void unprepared(Preparation why) {
    // A refusal here is about the row's own files, and says nothing about the next row.
    if (why instanceof Submission.NotNow notNow) {
      waitFor(notNow);
    } else if (why instanceof Submission.Halt halt) {
      drain(StopReason.at(provider, kindOf(halt.cause()), halt.reason()));
    }
  }

  /** Why nothing may be sent to this provider any more in this run. */
  public synchronized Optional<StopReason> stopReason() {
    return Optional.ofNullable(drained);
  }

  /** Ends submitting to this provider; the first reason stands. */
  public synchronized void drain(StopReason reason) {
    if (drained == null) {
      drained = reason;
    }
  }

  /** What the gate waits for, for people; empty while it is open. */
  public synchronized Optional<String> waitsFor() {
    if (isPaused()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(pausedUntil - System.nanoTime());
      return Optional.of("paused for " + (seconds + 1) + " s");
    }
    return breaker.getState() == CircuitBreaker.State.CLOSED
        ? Optional.empty()
        : Optional.of("circuit breaker open");
  }

  /** The answer came; settles what the permit was for. */
  synchronized void settle(Submission outcome) {
    onTheWire--;
    if (outcome instanceof Submission.Accepted || outcome instanceof Submission.Finished) {
      healthy();
      refusals.accepted();
    } else if (outcome instanceof Submission.Refused refused) {
      healthy();
      if (refusals.isHopelessAfter(refused.reason())) {
        drain(
            StopReason.at(
                provider, Kind.ACCOUNT, "the same refusal again and again: " + refused.reason()));
      }
    } else if (outcome instanceof Submission.NotNow notNow) {
      putOff(notNow);
    } else if (outcome instanceof Submission.Halt halt) {
      breaker.releasePermission();
      drain(StopReason.at(provider, kindOf(halt.cause()), halt.reason()));
    } else {
      breaker.onError(0, TimeUnit.NANOSECONDS, new NoSuccess());
      shaken = true;
      noteTrouble();
    }
  }

  /** Nothing was sent. */
  synchronized void release() {
    onTheWire--;
    breaker.releasePermission();
  }

  /** The exit that a halt leads to. */
  public static Kind kindOf(HaltCause cause) {
    return cause == HaltCause.CREDENTIALS ? Kind.CREDENTIALS : Kind.ACCOUNT;
  }

  private void healthy() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    shaken = false;
    troubledSince = null;
    backOff.reset();
  }

  private void putOff(Submission.NotNow notNow) {
    if (notNow.unreachable()) {
      breaker.onError(0, TimeUnit.NANOSECONDS, new NoSuccess());
      shaken = true;
    } else {
      breaker.releasePermission();
    }
    waitFor(notNow);
  }

  private void waitFor(Submission.NotNow notNow) {
    noteTrouble();
    Duration asked = notNow.retryAfter();
    if (asked == null) {
      pause(shorter(backOff.next(), giveUpAfter));
    } else if (asked.compareTo(giveUpAfter) > 0) {
      drain(unavailable("asks to wait for " + inWords(asked) + ": " + notNow.reason(), asked));
    } else {
      // A provider that asks for no pause at all is not asked again at network speed.
      pause(asked.compareTo(pace) < 0 ? pace : asked);
    }
  }

  private void pause(Duration pause) {
    pausedUntil = Math.max(pausedUntil, System.nanoTime() + pause.toNanos());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String inWords(Duration wait) {
    return wait.toMinutes() < 2 ? wait.toSeconds() + " s" : wait.toMinutes() + " min";
  }

  private void noteTrouble() {
    long now = System.nanoTime();
    // A pause is part of the trouble; only silence after it, with nothing to send, is not.
    long quiet = now - Math.max(lastTrouble, pausedUntil);
    if (troubledSince == null || quiet > giveUpAfter.toNanos()) {
      troubledSince = now;
    }
    lastTrouble = now;
    giveUpIfHopeless();
  }

  private void giveUpIfHopeless() {
    if (troubledSince != null && System.nanoTime() - troubledSince > giveUpAfter.toNanos()) {
      drain(unavailable("has taken nothing for " + giveUpAfter.toSeconds() + " s", giveUpAfter));
    }
  }

  private synchronized boolean tryPass() {
    if (isPaused() || (shaken && onTheWire > 0)) {
      return false;
    }
    if (!breaker.tryAcquirePermission()) {
      giveUpIfHopeless();
      return false;
    }
    onTheWire++;
    return true;
  }

  /** Things may have changed while the turn was waited for. */
  private synchronized boolean mayStillGo() {
    return drained == null && !isPaused() && !(shaken && onTheWire > 1);
  }

  private synchronized boolean isOnPause() {
    return isPaused();
  }

  private boolean isPaused() {
    return pausedUntil - System.nanoTime() > 0;
  }

  private void waitForTurn(BooleanSupplier unwanted) {
    long turn = System.nanoTime() + limiter.reservePermission();
    long left = turn - System.nanoTime();
    while (left > 0 && !unwanted.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(left, LOOK_AGAIN));
      left = turn - System.nanoTime();
    }
  }

  private StopReason unavailable(String text, Duration wait) {
    return new StopReason(
        Kind.UNAVAILABLE, provider, provider + " " + text, clock.instant().plus(wait));
  }

  /** The breaker wants an exception; outcomes are values here. */
  private static final class NoSuccess extends Exception {
    private static final long serialVersionUID = 1;

    NoSuccess() {
      super("no success", null, false, false);
    }
  }
}
