package dev.dailies.job;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each provider's models take, as this run has seen it: before that a look is of no use.
 * The shortest time so far counts, so a look is made too early rather than too late.
 */
final class UsualTimes {

  private final Map<String, Duration> shortest = new ConcurrentHashMap<>();

  /** A task of that kind took so long, from its ticket to the look that found it finished. */
  void took(String kind, Duration time) {
    shortest.merge(kind, time, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /** The usual time; zero while nobody knows. */
  Duration of(String kind) {
    return shortest.getOrDefault(kind, Duration.ZERO);
  }
}
