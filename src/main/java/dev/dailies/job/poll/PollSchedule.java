package dev.dailies.job.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to poll a task: seldom while it cannot be finished, often when it should be.
 *
 * @param shortest never more often than this
 */
record PollSchedule(Duration shortest) {

  /**
   * The share of the usual time before the first poll. It is below 1, since usual times were found
   * by polls, which come late: so the run notices when a provider has become faster.
   */
  private static final double FIRST = 0.85;

  /** A task is expected at every moment until it has taken so much longer than usual. */
  private static final double SOON_OVER = 1.5;

  /** The next wait as a share of the time so far, where the end is near. */
  private static final double NEAR = 0.05;

  /** The same where nobody knows when the end is near. */
  private static final double BLIND = 0.4;

  private static final int LONGEST = 5;
  private static final double JITTER = 0.2;

  /** The time from the ticket to the first poll. */
  Duration first(Optional<Duration> usual) {
    return usual.map(time -> longer(shortest, share(time, FIRST))).orElse(shortest);
  }

  /**
   * The time from a poll to the next one, for a task that was not finished. Waits for a usual time
   * that has become known since.
   */
  Duration next(Duration elapsed, Optional<Duration> usual) {
    Duration untilFirst = first(usual).minus(elapsed);
    boolean near = usual.isPresent() && elapsed.compareTo(share(usual.get(), SOON_OVER)) < 0;
    Duration step = share(elapsed, near ? NEAR : BLIND);
    Duration longest = shortest.multipliedBy(LONGEST);
    return longer(longer(shortest, untilFirst), step.compareTo(longest) < 0 ? step : longest);
  }

  /** Adds a little at random: tasks that were sent together need not be polled together. */
  Duration spread(Duration wait) {
    return wait.plus(share(shortest, JITTER * ThreadLocalRandom.current().nextDouble()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration share(Duration time, double share) {
    return Duration.ofNanos((long) (time.toNanos() * share));
  }
}
