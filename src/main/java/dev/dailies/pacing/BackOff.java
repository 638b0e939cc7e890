package dev.dailies.pacing;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that double from one time to the next, up to a longest one, each cut by up to a quarter at
 * random. Who waits decides when: {@link Gate} after a 429 without Retry-After.
 */
public final class BackOff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  public BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** How long to wait this time. */
  public synchronized Duration next() {
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return Duration.ofNanos(
        (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.75, 1)));
  }

  /** Starts over. */
  public synchronized void reset() {
    next = first;
  }
}
