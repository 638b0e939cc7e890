package dev.dailies.job.poll;

import dev.dailies.job.run.DueTimer;
import dev.dailies.ledger.InFlight;
import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.spi.ProviderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How one run watches one task: when to poll it, and what it has shown so far. Measured by the
 * monotonic clock, kept in memory only: the next run begins anew.
 */
final class Watch {

  /** So many looks in a row that nobody answers are more than an accident. */
  private static final int BLIND_LOOKS = 3;

  private final InFlight flight;
  private final ProviderSettings settings;
  private final UsualTimes usualTimes;
  private final boolean fromItsTicketOn;
  private final LongSupplier nanoTime;
  private final PollSchedule schedule;
  private final long since;
  private final DueTimer timer;
  private boolean polled;
  private int emptyHanded;
  private int failures;
  private boolean answered;
  private String word = "";
  private @Nullable Long unseenSince;
  private @Nullable Instant sentAwayUntil;

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
    this.timer = new DueTimer(nanoTime);
  }

  /** Watches a task that was just taken: the first poll is made when it may be finished. */
  static Watch ofNew(
      InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime) {
    Watch watch = new Watch(flight, settings, usualTimes, nanoTime, true);
    watch.timer.again(watch.schedule.first(watch.usualTime()));
    return watch;
  }

  /** Watches a task that an earlier run has left: the first poll is made at once. */
  static Watch ofOld(
      InFlight flight, ProviderSettings settings, UsualTimes usualTimes, LongSupplier nanoTime) {
    return new Watch(flight, settings, usualTimes, nanoTime, false);
  }

  InFlight flight() {
    return flight;
  }

  /** When the next poll is due; ended once the task is parked. */
  DueTimer timer() {
    return timer;
  }

  /** The poll was not made after all. */
  void skipPoll() {
    timer.putBack();
  }

  /** Where the provider is asked about the task. */
  String address() {
    return flight.attempt().request().baseUrl();
  }

  /**
   * The task is there, and not finished.
   *
   * @param status the provider's own word for it; empty if it said none
   */
  synchronized void seen(String status) {
    wasAnswered();
    word = status;
    unseenSince = null;
    pollAgainIn(nextStep());
  }

  /** The task is finished. Returns how long it took, if it was watched from its ticket on. */
  Optional<Duration> finished() {
    Optional<Duration> took = fromItsTicketOn ? Optional.of(elapsed()) : Optional.empty();
    took.ifPresent(time -> usualTimes.took(new TimeTaken(kind(), time)));
    return took;
  }

  /**
   * The provider does not know the ticket. Returns true if that has been so for long enough: then
   * no other poll follows, which would find the same before it is written down.
   */
  synchronized boolean unseenForTooLong() {
    wasAnswered();
    long now = nanoTime.getAsLong();
    if (unseenSince == null) {
      unseenSince = now;
    }
    boolean tooLong = now - unseenSince >= settings.grace().toNanos();
    if (!tooLong) {
      pollAgainIn(nextStep());
    }
    return tooLong;
  }

  /** The poll itself failed. Returns when the next one is due. */
  synchronized Duration failed(@Nullable Duration retryAfter) {
    failures++;
    Duration step = nextStep();
    Duration wait = retryAfter == null || retryAfter.compareTo(step) < 0 ? step : retryAfter;
    boolean sentAway = retryAfter != null && retryAfter.compareTo(settings.giveUpAfter()) > 0;
    sentAwayUntil = sentAway ? Instant.now().plus(retryAfter) : null;
    pollAgainIn(wait);
    return wait;
  }

  /**
   * When the provider wants to be asked again, if that is later than a run waits for a provider;
   * else null.
   */
  synchronized @Nullable Instant sentAwayUntil() {
    return sentAwayUntil;
  }

  /** True if nobody knows how the task stands: no look at it was answered for a while. */
  synchronized boolean isOutOfSight() {
    return failures >= BLIND_LOOKS || (failures > 0 && !answered);
  }

  /** The provider's last word for the task; empty if it has said none. */
  synchronized String lastWord() {
    return word;
  }

  private void wasAnswered() {
    answered = true;
    failures = 0;
    sentAwayUntil = null;
  }

  /** Finished without a result. Returns true, and no other poll follows, at the given time. */
  synchronized boolean emptyHandedFor(int times) {
    wasAnswered();
    boolean tooOften = ++emptyHanded >= times;
    if (!tooOften) {
      pollAgainIn(settings.pollInterval());
    }
    return tooOften;
  }

  /** True if this run has watched the task for long enough, or is told to come back much later. */
  boolean isOverdue() {
    return sentAwayUntil() != null || nanoTime.getAsLong() - since > settings.deadline().toNanos();
  }

  /** When this run will have watched the task for long enough. */
  Instant givesUp() {
    return Instant.now().plus(settings.deadline()).minus(elapsed());
  }

  /** Leaves the task to the next run, unless it was not polled in this one. Returns true if so. */
  synchronized boolean tryPark() {
    boolean parks = polled && !timer.isUnderWay();
    if (parks) {
      timer.end();
    }
    return parks;
  }

  void park() {
    timer.end();
  }

  boolean isParked() {
    return timer.hasEnded();
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

  private void pollAgainIn(Duration wait) {
    polled = true;
    timer.again(schedule.spread(wait));
  }
}
