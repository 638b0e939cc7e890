package dev.dailies.pacing;

import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.text.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
  private final Lasting lockout;

  private @Nullable StopReason drained;
  private int onTheWire;
  private boolean shaken;
  private boolean worked;
  private long pausedUntil;
  private long heldUntil;

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
    this.heldUntil = pausedUntil;
    this.turns = new Pacer(provider, pace);
    this.breaker = new Breaker(provider, settings, nanoTime);
    this.outage = new Outage(provider, settings, nanoTime, clock);
    this.lockout = new Lasting(settings.pollInterval().multipliedBy(5), nanoTime);
  }

  /**
   * Waits until one request may be sent.
   *
   * @param unwanted asked again and again while waiting; true ends the wait
   * @param probe made before a request is tried after an outage
   * @return empty if nothing may be sent any more
   */
  public Optional<Permit> enter(BooleanSupplier unwanted, Supplier<Probe> probe) {
    lockout.passed();
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
      lockedOut(halt);
    }
  }

  /** Where we were let in before, a closed door is believed when it stays closed. */
  private void lockedOut(Submission.Halt halt) {
    boolean passes = halt.evidence().isPage() || !lockout.again();
    if (worked && halt.evidence().isClosedDoor() && passes) {
      waitFor(new Submission.NotNow(halt.reason(), null, true, halt.evidence()));
    } else {
      drain(StopReason.at(provider, kindOf(halt.cause()), halt.reason()));
    }
  }

  /** The provider has taken tasks before, in this run or in an earlier one. */
  public synchronized void hasWorked() {
    worked = true;
    outage.answered();
  }

  /** Sends nothing for a while, unless it is let go: nobody could watch what is sent. */
  public synchronized void hold(Duration pause) {
    heldUntil = Math.max(heldUntil, nanoTime.getAsLong() + pause.toNanos());
  }

  /** True during such a while. */
  public synchronized boolean isHeld() {
    return heldUntil - nanoTime.getAsLong() > 0;
  }

  /** Ends such a while. */
  public synchronized void letGo() {
    heldUntil = nanoTime.getAsLong();
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

  /** Why nothing is sent now, or was taken for a while; empty while tasks are taken. */
  public synchronized Optional<Wait> waitsFor() {
    Duration pause = Duration.ofNanos(Math.max(0, pausedUntil - nanoTime.getAsLong()));
    if (breaker.isOpen()) {
      return outage.asWait(longer(breaker.left(), pause));
    }
    return !pause.isZero() || outage.isPutOff() ? outage.asWait(pause) : Optional.empty();
  }

  /** The answer came; settles what the permit was for. */
  synchronized void settle(Submission outcome) {
    onTheWire--;
    if (outcome instanceof Submission.Accepted || outcome instanceof Submission.Finished) {
      answered();
      refusals.accepted();
      backOff.reset();
      outage.ends();
      worked = true;
      lockout.passed();
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
    } else if (outcome instanceof Submission.Unknown unknown) {
      failed();
      noteTrouble(unknown.reason(), null);
      drainIfRedirected(unknown);
    }
  }

  /** An address that redirects at the first contact is wrong, and each shot sent there in doubt. */
  private void drainIfRedirected(Submission.Unknown unknown) {
    Integer status = unknown.evidence().httpStatus();
    if (!worked && status != null && status / 100 == 3) {
      drain(StopReason.at(provider, Kind.ACCOUNT, unknown.reason() + "; see base-url"));
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
    noteTrouble("no answer to a free test call", null);
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
    noteTrouble(notNow.reason(), notNow);
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

  private void noteTrouble(String why, Submission.@Nullable NotNow word) {
    outage.goesOn(pausedUntil, why, word);
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
    return Math.max(pausedUntil, heldUntil) - nanoTime.getAsLong() > 0;
  }

  private StopReason asksToWait(Duration wait, String reason) {
    String text = "%s asks to wait for %s: %s".formatted(provider, Times.span(wait), reason);
    return new StopReason(Kind.UNAVAILABLE, provider, text, clock.instant().plus(wait));
  }
}
