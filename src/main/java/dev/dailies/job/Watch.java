package dev.dailies.job;

import dev.dailies.ledger.InFlight;
import dev.dailies.provider.ProviderSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How one run watches one task. Measured by the monotonic clock, kept in memory only: the next run
 * starts watching anew.
 */
final class Watch {

  private static final double JITTER = 0.2;

  private final InFlight flight;
  private final ProviderSettings settings;
  private final UsualTimes usualTimes;
  private final boolean fromItsTicketOn;
  private final long since = System.nanoTime();
  private long due;
  private boolean looking;
  private boolean looked;
  private boolean parked;
  private int emptyHanded;
  private @Nullable Long unseenSince;

  private Watch(
      InFlight flight, ProviderSettings settings, UsualTimes usualTimes, boolean fromItsTicketOn) {
    this.flight = flight;
    this.settings = settings;
    this.usualTimes = usualTimes;
    this.fromItsTicketOn = fromItsTicketOn;
  }

  /** Watches a task that was just taken: the first look is made when it may be finished. */
  static Watch ofNew(InFlight flight, ProviderSettings settings, UsualTimes usualTimes) {
    Watch watch = new Watch(flight, settings, usualTimes, true);
    watch.due = watch.whenUsuallyFinished(watch.since + settings.pollInterval().toNanos());
    return watch;
  }

  /** Watches a task that an earlier run has left: the first look is made at once. */
  static Watch ofOld(InFlight flight, ProviderSettings settings, UsualTimes usualTimes) {
    Watch watch = new Watch(flight, settings, usualTimes, false);
    watch.due = watch.since;
    return watch;
  }

  InFlight flight() {
    return flight;
  }

  synchronized boolean isDue() {
    return !looking && !parked && System.nanoTime() - due >= 0;
  }

  /** How long until the next look; empty while one is under way or none will follow. */
  synchronized Optional<Duration> untilDue() {
    return looking || parked
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
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
    lookAgainIn(settings.pollInterval());
    due = whenUsuallyFinished(due);
  }

  /** The task is finished. */
  void finished() {
    if (fromItsTicketOn) {
      usualTimes.took(kind(), Duration.ofNanos(System.nanoTime() - since));
    }
  }

  /**
   * The provider does not know the ticket. Returns true if that has been so for long enough: then
   * no other look follows, which would find the same before it is written down.
   */
  synchronized boolean unseenForTooLong() {
    long now = System.nanoTime();
    if (unseenSince == null) {
      unseenSince = now;
    }
    boolean tooLong = now - unseenSince >= settings.grace().toNanos();
    if (!tooLong) {
      lookAgainIn(settings.pollInterval());
    }
    return tooLong;
  }

  /** The look itself failed. */
  synchronized void failed(@Nullable Duration retryAfter) {
    Duration usual = settings.pollInterval();
    lookAgainIn(retryAfter == null || retryAfter.compareTo(usual) < 0 ? usual : retryAfter);
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
    return System.nanoTime() - since > settings.deadline().toNanos();
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

  /** The given time, or the one at which such a task has been finished before, if that is later. */
  private long whenUsuallyFinished(long time) {
    long usual = since + usualTimes.of(kind()).toNanos();
    return fromItsTicketOn && usual - time > 0 ? usual : time;
  }

  private String kind() {
    return flight.task().provider() + " " + flight.attempt().request().model();
  }

  private void lookAgainIn(Duration wait) {
    double factor = 1 - JITTER / 2 + JITTER * ThreadLocalRandom.current().nextDouble();
    due = System.nanoTime() + (long) (wait.toNanos() * factor);
    looking = false;
    looked = true;
  }
}
