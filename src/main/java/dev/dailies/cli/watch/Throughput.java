package dev.dailies.cli.watch;

import dev.dailies.job.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Measures how fast tasks have ended lately, and how long the rest will take at that rate. */
final class Throughput {

  private static final Duration LATELY = Duration.ofMinutes(5);

  /** With a shorter time or fewer tasks the estimate would be unstable. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

  private static final int ENOUGH = 3;

  private final Deque<Sample> samples = new ArrayDeque<>();
  private long open;

  private record Sample(Instant at, long ended) {}

  /** Takes in the current status; to be called repeatedly. */
  void note(RunStatus status) {
    open = status.open();
    samples.addLast(new Sample(status.at(), status.count(state -> !state.isOpen())));
    while (samples.getFirst().at().isBefore(status.at().minus(LATELY))) {
      samples.removeFirst();
    }
  }

  /** Tasks a minute; empty while too little is known. */
  Optional<Double> perMinute() {
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    Duration time = Duration.between(samples.getFirst().at(), samples.getLast().at());
    long ended = samples.getLast().ended() - samples.getFirst().ended();
    return time.compareTo(LONG_ENOUGH) < 0 || ended < ENOUGH
        ? Optional.empty()
        : Optional.of(ended * 60_000.0 / time.toMillis());
  }

  /** The time until the last task ends; empty while too little is known. */
  Optional<Duration> timeLeft() {
    return perMinute().map(rate -> Duration.ofSeconds(Math.round(open * 60 / rate)));
  }
}
