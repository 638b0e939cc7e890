package dev.dailies.job.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to look at a task: seldom while nothing can have come of it, often when it should be done.
 *
 * @param shortest never more often than this
 */
record PollSchedule(Duration shortest) {

  /**
   * Before the usual time, since that was found by looks, which come late: so what is usual is
   * learnt to be less where a provider has become faster.
   */
  private static final double FIRST = 0.85;

  /** How much longer than usual a task is expected at every moment. */
  private static final double SOON_OVER = 1.5;

  /** The next step as a share of the time so far: where the end is near, and where nobody knows. */
  private static final double NEAR = 0.05;

  private static final double BLIND = 0.4;

  private static final int LONGEST = 5;
  private static final double JITTER = 0.2;

  /** From the ticket to the first look. */
  Duration first(Optional<Duration> usual) {
    return usual.map(time -> longer(shortest, share(time, FIRST))).orElse(shortest);
  }

  /**
   * From a look to the next, if the task is not done after that time. A time that has become known
   * since is waited for.
   */
  Duration next(Duration elapsed, Optional<Duration> usual) {
    Duration untilFirst = first(usual).minus(elapsed);
    boolean near = usual.isPresent() && elapsed.compareTo(share(usual.get(), SOON_OVER)) < 0;
    Duration step = share(elapsed, near ? NEAR : BLIND);
    Duration longest = shortest.multipliedBy(LONGEST);
    return longer(longer(shortest, untilFirst), step.compareTo(longest) < 0 ? step : longest);
  }

  /** The same, and a little more: what was sent together need not be looked at together. */
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
