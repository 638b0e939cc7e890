package dev.dailies.job.poll;

import dev.dailies.ledger.TimeTaken;
import dev.dailies.ledger.TimeTaken.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How long providers usually take for a kind of clip: the median of the last times, of earlier runs
 * as the ledger has them and of this one.
 */
final class UsualTimes {

  /** Few enough to follow a provider that becomes faster or slower in the course of a night. */
  private static final int REMEMBERED = 21;

  private final Function<String, List<TimeTaken>> history;
  private final Set<String> recalled = new HashSet<>();
  private final Map<Kind, Deque<Duration>> times = new HashMap<>();

  /**
   * @param history what earlier runs have seen at a provider, oldest first; asked for once
   */
  UsualTimes(Function<String, List<TimeTaken>> history) {
    this.history = history;
  }

  synchronized void took(TimeTaken taken) {
    recall(taken.kind().provider());
    remember(taken);
  }

  /** The usual time; empty while nobody knows. */
  synchronized Optional<Duration> of(Kind kind) {
    recall(kind.provider());
    return Optional.ofNullable(times.get(kind)).map(UsualTimes::median);
  }

  private void recall(String provider) {
    if (recalled.add(provider)) {
      history.apply(provider).forEach(this::remember);
    }
  }

  private void remember(TimeTaken taken) {
    Deque<Duration> last = times.computeIfAbsent(taken.kind(), kind -> new ArrayDeque<>());
    last.addLast(taken.time());
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  private static Duration median(Deque<Duration> times) {
    return times.stream().sorted().toList().get((times.size() - 1) / 2);
  }
}
