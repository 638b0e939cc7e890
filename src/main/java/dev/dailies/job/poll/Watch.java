package dev.dailies.job.poll;

import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.spi.ProviderSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How one run watches one task. Measured by the monotonic clock, kept in memory only: the next run
 * starts watching anew.
 */
final class Watch {

  private final InFlight flight;
  private final ProviderSettings settings;
  private final UsualTimes usualTimes;
  private final boolean fromItsTicketOn;
  private final LongSupplier nanoTime;
  private final PollSchedule schedule;
  private final long since;
  private long due;
  private boolean looking;
  private boolean looked;
  private boolean parked;
  private int emptyHanded;
  private @Nullable Long unseenSince;

  private Watch(
      InFlight flight,
      ProviderSettings settings,
      UsualTimes usualTimes,
      LongSupplier nanoTime,
      boolean fromItsTicketOn) {
    this.flight = flight;
    this.settings = settings;
    this.usualTimes = usualTimes;
    this.fromItsTicketOn = fromItsTicketOn;
    this.nanoTime = nanoTime;
    this.schedule = new PollSchedule(settings.pollInterval());
    this.since = nanoTime.getAsLong();
    this.due = since;
  }

  /** Watches a task that was just taken: the first look is made when it may be finished. */
  static Watch ofNew(
      InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime) {
    Watch watch = new Watch(flight, settings, usualTimes, nanoTime, true);
    watch.due += watch.schedule.first(watch.usualTime()).toNanos();
    return watch;
  }

  /** Watches a task that an earlier run has left: the first look is made at once. */
  static Watch ofOld(
      InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime) {
    return new Watch(flight, settings, usualTimes, nanoTime, false);
  }

  InFlight flight() {
    return flight;
  }

  synchronized boolean isDue() {
    return !looking && !parked && nanoTime.getAsLong() - due >= 0;
  }

  /** How long until the next look; empty while one is under way or none will follow. */
  synchronized Optional<Duration> untilDue() {
    return looking || parked
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, due - nanoTime.getAsLong())));
  }

  synchronized long due() {
    return due;
  }

  synchronized void startLook() {
    looking = true;
  }

  /** The look was not made after all. */
  synchronized void skipLook() {
    looking = false;
  }

  /** The task is there, and not finished. */
  synchronized void seen() {
    unseenSince = null;
    lookAgainIn(nextStep());
  }

  /** The task is finished. Returns how long it took, if it was watched from its ticket on. */
  Optional<Duration> finished() {
    Optional<Duration> took = fromItsTicketOn ? Optional.of(elapsed()) : Optional.empty();
    took.ifPresent(time -> usualTimes.took(new TimeTaken(kind(), time)));
    return took;
  }

  /**
   * The provider does not know the ticket. Returns true if that has been so for long enough: then
   * no other look follows, which would find the same before it is written down.
   */
  synchronized boolean unseenForTooLong() {
    long now = nanoTime.getAsLong();
    if (unseenSince == null) {
      unseenSince = now;
    }
    boolean tooLong = now - unseenSince >= settings.grace().toNanos();
    if (!tooLong) {
      lookAgainIn(nextStep());
    }
    return tooLong;
  }

  /** The look itself failed. */
  synchronized void failed(@Nullable Duration retryAfter) {
    Duration step = nextStep();
    lookAgainIn(retryAfter == null || retryAfter.compareTo(step) < 0 ? step : retryAfter);
  }

  /** Finished without a result. Returns true, and no other look follows, at the given time. */
  synchronized boolean emptyHandedFor(int times) {
    boolean tooOften = ++emptyHanded >= times;
    if (!tooOften) {
      lookAgainIn(settings.pollInterval());
    }
    return tooOften;
  }

  /** True if this run has watched the task for long enough. */
  boolean isOverdue() {
    return nanoTime.getAsLong() - since > settings.deadline().toNanos();
  }

  /**
   * Leaves the task to the next run, unless it was not looked at in this one. Returns true if so.
   */
  synchronized boolean tryPark() {
    parked = looked && !looking;
    return parked;
  }

  synchronized void park() {
    parked = true;
    looking = false;
  }

  synchronized boolean isParked() {
    return parked;
  }

  private Duration nextStep() {
    return schedule.next(elapsed(), usualTime());
  }

  /** Empty for a task of an earlier run: how long it has been going on is not known here. */
  private Optional<Duration> usualTime() {
    return fromItsTicketOn ? usualTimes.of(kind()) : Optional.empty();
  }

  private Kind kind() {
    return Kind.of(flight);
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - since);
  }

  private void lookAgainIn(Duration wait) {
    due = nanoTime.getAsLong() + schedule.spread(wait).toNanos();
    looking = false;
    looked = true;
  }
}
