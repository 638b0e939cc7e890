package dev.dailies.pacing;

import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one gate that every submission to a provider passes, the first try and any later one: rate
 * limit, circuit breaker, and the pauses that the provider asks for. After an answer that leaves a
 * submission in doubt only one more is on the wire at a time, until the provider accepts again. No
 * wait depends on the wall clock.
 */
public final class Gate {

  private final String provider;
  private final Duration giveUpAfter;
  private final Duration pace;
  private final LongSupplier nanoTime;
  private final Clock clock;
  private final Consumer<StopReason> listener;
  private final Pacer turns;
  private final Breaker breaker;
  private final Outage outage;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final RefusalStreak refusals = new RefusalStreak();

  private @Nullable StopReason drained;
  private int onTheWire;
  private boolean shaken;
  private long pausedUntil;

  /**
   * A gate that is open.
   *
   * @param clock only for the dates that people are shown
   * @param listener told once why nothing may be sent any more
   */
  public Gate(
      String provider, ProviderSettings settings, Clock clock, Consumer<StopReason> listener) {
    this(provider, settings, clock, listener, System::nanoTime);
  }

  /**
   * @param nanoTime what all waits are measured by, but for that of the turns
   */
  Gate(
      String provider,
      ProviderSettings settings,
      Clock clock,
      Consumer<StopReason> listener,
      LongSupplier nanoTime) {
    this.provider = provider;
    this.giveUpAfter = settings.giveUpAfter();
    this.pace = settings.submitRate().pace();
    this.nanoTime = nanoTime;
    this.clock = clock;
    this.listener = listener;
    this.pausedUntil = nanoTime.getAsLong();
    this.turns = new Pacer(provider, pace);
    this.breaker = new Breaker(provider, settings, nanoTime);
    this.outage = new Outage(provider, settings, nanoTime, clock);
  }

  /**
   * Waits until one request may be sent.
   *
   * @param unwanted asked again and again while waiting; true ends the wait
   * @param probe made before a request is tried after an outage
   * @return empty if nothing may be sent any more
   */
  public Optional<Permit> enter(BooleanSupplier unwanted, Supplier<Probe> probe) {
    while (!unwanted.getAsBoolean() && stopReason().isEmpty()) {
      if (!tryPass()) {
        LockSupport.parkNanos(Pacer.ASK_AGAIN);
        continue;
      }
      if (breaker.isOnTrial() && probe.get() == Probe.UNREACHABLE) {
        failTrial();
        continue;
      }
      turns.await(() -> unwanted.getAsBoolean() || stopReason().isPresent());
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
      if (!isPaused()) {
        return true;
      }
      LockSupport.parkNanos(Pacer.ASK_AGAIN);
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
      listener.accept(reason);
    }
  }

  /** What the gate waits for, for people; empty while it is open. */
  public synchronized Optional<String> waitsFor() {
    if (isPaused()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(pausedUntil - nanoTime.getAsLong());
      return Optional.of("paused for " + (seconds + 1) + " s");
    }
    return breaker.isClosed() ? Optional.empty() : Optional.of("circuit breaker open");
  }

  /** The answer came; settles what the permit was for. */
  synchronized void settle(Submission outcome) {
    onTheWire--;
    if (outcome instanceof Submission.Accepted || outcome instanceof Submission.Finished) {
      answered();
      refusals.accepted();
      backOff.reset();
      outage.ends();
    } else if (outcome instanceof Submission.Refused refused) {
      answered();
      if (refusals.isHopelessAfter(refused.reason())) {
        drain(
            StopReason.at(
                provider, Kind.ACCOUNT, "the same refusal again and again: " + refused.reason()));
      }
    } else if (outcome instanceof Submission.NotNow notNow) {
      putOff(notNow);
    } else if (outcome instanceof Submission.Halt halt) {
      breaker.released();
      drain(StopReason.at(provider, kindOf(halt.cause()), halt.reason()));
    } else {
      failed();
      noteTrouble(null);
    }
  }

  /** Nothing was sent. */
  synchronized void release() {
    onTheWire--;
    breaker.released();
  }

  /** Nothing was sent, and nothing will be until the breaker has waited once more. */
  private synchronized void failTrial() {
    onTheWire--;
    failed();
    noteTrouble(null);
  }

  /** The exit that a halt leads to. */
  public static Kind kindOf(HaltCause cause) {
    return cause == HaltCause.CREDENTIALS ? Kind.CREDENTIALS : Kind.ACCOUNT;
  }

  private void answered() {
    breaker.succeeded();
    shaken = false;
  }

  private void failed() {
    breaker.failed();
    shaken = true;
  }

  private void putOff(Submission.NotNow notNow) {
    if (notNow.unreachable()) {
      failed();
    } else {
      breaker.released();
    }
    waitFor(notNow);
  }

  private void waitFor(Submission.NotNow notNow) {
    Duration asked = notNow.retryAfter();
    if (asked != null && asked.compareTo(giveUpAfter) > 0) {
      drain(asksToWait(asked, notNow.reason()));
    }
    noteTrouble(notNow);
    // A provider that asks for no pause at all is not asked again at network speed.
    pause(asked == null ? shorter(backOff.next(), giveUpAfter) : longer(asked, pace));
  }

  private void pause(Duration pause) {
    pausedUntil = Math.max(pausedUntil, nanoTime.getAsLong() + pause.toNanos());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void noteTrouble(Submission.@Nullable NotNow word) {
    outage.goesOn(pausedUntil, word);
    outage.hopeless().ifPresent(this::drain);
  }

  private synchronized boolean tryPass() {
    if (isPaused() || (shaken && onTheWire > 0)) {
      return false;
    }
    if (!breaker.tryEnter()) {
      outage.hopeless().ifPresent(this::drain);
      return false;
    }
    onTheWire++;
    return true;
  }

  /** Things may have changed while the turn was waited for. */
  private synchronized boolean mayStillGo() {
    return drained == null && !isPaused() && !(shaken && onTheWire > 1);
  }

  private synchronized boolean isPaused() {
    return pausedUntil - nanoTime.getAsLong() > 0;
  }

  private StopReason asksToWait(Duration wait, String reason) {
    String text = "%s asks to wait for %s: %s".formatted(provider, Outage.inWords(wait), reason);
    return new StopReason(Kind.UNAVAILABLE, provider, text, clock.instant().plus(wait));
  }
}
