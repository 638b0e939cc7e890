package dev.dailies.report;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts when tasks were submitted, generated and delivered. However many there are and however
 * long they took, it keeps a bounded number of counts: when there are too many, two become one.
 */
final class Timeline {

  /** What is counted, in the order in which it happens to a task. */
  enum Stage {
    SUBMITTED,
    GENERATED,
    DELIVERED
  }

  private static final int MOST = 256;

  private final Instant since;
  private long width = 100;
  private TreeMap<Long, Map<Stage, Long>> counts = new TreeMap<>();

  /** Leaves out whatever happened before. */
  Timeline(Instant since) {
    this.since = since;
  }

  void add(Entry entry) {
    add(Stage.SUBMITTED, entry.submittedAt());
    add(Stage.GENERATED, entry.generatedAt());
    add(Stage.DELIVERED, entry.deliveredAt());
  }

  private void add(Stage stage, Optional<Instant> moment) {
    moment.filter(at -> !at.isBefore(since)).ifPresent(at -> add(stage, at.toEpochMilli()));
  }

  private void add(Stage stage, long millis) {
    counts
        .computeIfAbsent(millis / width, none -> new EnumMap<>(Stage.class))
        .merge(stage, 1L, Long::sum);
    if (counts.size() > MOST) {
      widen();
    }
  }

  private void widen() {
    TreeMap<Long, Map<Stage, Long>> wider = new TreeMap<>();
    counts.forEach((stretch, some) -> wider.merge(stretch / 2, some, Timeline::sum));
    counts = wider;
    width *= 2;
  }

  private static Map<Stage, Long> sum(Map<Stage, Long> some, Map<Stage, Long> more) {
    more.forEach((stage, count) -> some.merge(stage, count, Long::sum));
    return some;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** By the number of the stretch of time since 1970: how often each stage was reached in it. */
  NavigableMap<Long, Map<Stage, Long>> counts() {
    return Collections.unmodifiableNavigableMap(counts);
  }

  /** How long each stretch is, in milliseconds. */
  long width() {
    return width;
  }
}
