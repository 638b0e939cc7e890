package dev.dailies.job.plan;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.Shot;
import dev.dailies.provider.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reckons when all is here, from how many clips of each kind are to come. */
final class ReadyCount {

  private final ClipTimes measured;
  private final Map<Kind, Part> parts = new LinkedHashMap<>();

  ReadyCount(ClipTimes measured) {
    this.measured = measured;
  }

  /** Clips of one kind. */
  private static final class Part {
    private final ActiveProvider provider;
    private final Optional<TimeRange> measured;
    private final Optional<TimeRange> time;
    private long clips;

    Part(ActiveProvider provider, Optional<TimeRange> measured, Optional<TimeRange> usual) {
      this.provider = provider;
      this.measured = measured;
      this.time = measured.or(() -> usual);
    }

    boolean isKnown() {
      return time.isPresent();
    }
  }

  void add(ActiveProvider active, Shot shot) {
    Kind kind = new Kind(active.name(), active.provider().model(shot).name(), shot.duration());
    parts.computeIfAbsent(
            kind, key -> new Part(active, measured.of(key), active.provider().usualTime(shot)))
        .clips++;
  }

  ReadyTime time() {
    List<String> unknown =
        parts.entrySet().stream()
            .filter(entry -> entry.getValue().time.isEmpty())
            .map(entry -> name(entry.getKey()))
            .distinct()
            .toList();
    List<Part> known = parts.values().stream().filter(Part::isKnown).toList();
    long leftOut = clips(parts.values()) - clips(known);
    if (known.isEmpty()) {
      return new ReadyTime(null, null, false, unknown, leftOut);
    }
    Duration earliest = longest(TimeRange::shortest);
    Duration latest = longest(TimeRange::longest);
    TimeRange clip =
        known.stream().map(part -> part.time.orElseThrow()).reduce(TimeRange::and).orElseThrow();
    boolean isMeasured = known.stream().allMatch(part -> part.measured.isPresent());
    return new ReadyTime(new TimeRange(earliest, latest), clip, isMeasured, unknown, leftOut);
  }

  private static long clips(Collection<Part> some) {
    return some.stream().mapToLong(part -> part.clips).sum();
  }

  private static String name(Kind kind) {
    return kind.model() == null ? kind.provider() : kind.model();
  }

  /** The time of the provider that is the last to end: none waits for another. */
  private Duration longest(Function<TimeRange, Duration> side) {
    Map<String, List<Part>> byProvider = new LinkedHashMap<>();
    parts.forEach(
        (kind, part) ->
            byProvider.computeIfAbsent(kind.provider(), key -> new ArrayList<>()).add(part));
    return byProvider.values().stream()
        .filter(some -> some.stream().anyMatch(Part::isKnown))
        .map(some -> untilEnd(some, side))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * The last clip begins when all have been sent at the provider's rate, and when there is room for
   * it in the window. Clips of which nobody knows take their turn, and as long as the others.
   */
  private static Duration untilEnd(List<Part> parts, Function<TimeRange, Duration> side) {
    var settings = parts.get(0).provider.settings();
    List<Part> known = parts.stream().filter(Part::isKnown).toList();
    long clips = clips(parts);
    double work = 0;
    double last = 0;
    for (Part part : known) {
      double seconds = side.apply(part.time.orElseThrow()).toMillis() / 1_000.0;
      work += part.clips * seconds;
      last = Math.max(last, seconds);
    }
    double sent = settings.submitRate().period().toMillis() / 1_000.0 * (clips - 1);
    double room = work / clips(known) * Math.max(0, clips - settings.window()) / settings.window();
    return Duration.ofSeconds(Math.round(Math.max(sent, room) + last));
  }
}
