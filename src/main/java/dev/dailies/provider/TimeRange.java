package dev.dailies.provider;

import java.time.Duration;

/** How long something takes, as a rule: mostly no less, and mostly no more. */
public record TimeRange(Duration shortest, Duration longest) {

  /** The range that holds both. */
  public TimeRange and(TimeRange other) {
    return new TimeRange(
        shortest.compareTo(other.shortest) <= 0 ? shortest : other.shortest,
        longest.compareTo(other.longest) >= 0 ? longest : other.longest);
  }
}
