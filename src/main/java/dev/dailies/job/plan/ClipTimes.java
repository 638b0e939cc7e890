package dev.dailies.job.plan;

import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import dev.dailies.provider.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How long clips took on earlier nights: the middle half of the last times. */
final class ClipTimes {

  private final Function<String, List<TimeTaken>> history;
  private final Set<String> recalled = new HashSet<>();
  private final Map<Kind, List<Duration>> times = new HashMap<>();

  /**
   * @param history what earlier runs have seen at a provider; asked for once
   */
  ClipTimes(Function<String, List<TimeTaken>> history) {
    this.history = history;
  }

  /** The usual times of a kind, else those of its model; empty while nobody knows. */
  Optional<TimeRange> of(Kind kind) {
    if (recalled.add(kind.provider())) {
      history.apply(kind.provider()).forEach(this::remember);
    }
    return Optional.ofNullable(times.getOrDefault(kind, times.get(ofAnyLength(kind))))
        .map(ClipTimes::middle);
  }

  private void remember(TimeTaken taken) {
    times.computeIfAbsent(taken.kind(), key -> new ArrayList<>()).add(taken.time());
    Kind any = ofAnyLength(taken.kind());
    if (!any.equals(taken.kind())) {
      times.computeIfAbsent(any, key -> new ArrayList<>()).add(taken.time());
    }
  }

  private static Kind ofAnyLength(Kind kind) {
    return new Kind(kind.provider(), kind.model(), null);
  }

  private static TimeRange middle(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new TimeRange(sorted.get(last / 4), sorted.get(last - last / 4));
  }
}
