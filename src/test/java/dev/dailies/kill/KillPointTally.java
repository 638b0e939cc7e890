package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of deaths at so many points.
 *
 * @param runs all starts of the product
 * @param reached the points at which a run did die
 * @param inDoubt tasks in doubt, each of which the death had left without an outcome
 */
record KillPointTally(
    int points,
    int runs,
    int reached,
    int duplicates,
    int lost,
    int inDoubt,
    int wrongFiles,
    Duration took) {

  private static final KillPointTally NONE = new KillPointTally(0, 0, 0, 0, 0, 0, 0, Duration.ZERO);
  private static final String TITLES =
      "%-28s points  runs  reached  duplicates  lost  in doubt  wrong files  minutes%n"
          .formatted("kill points");
  private static final String LINE = "%-28s %6d %5d %8d %11d %5d %9d %12d %8.1f%n";

  /** What came of one death. */
  static KillPointTally of(Aftermath aftermath, int runs, boolean reached, Duration took) {
    return new KillPointTally(
        1,
        runs,
        reached ? 1 : 0,
        aftermath.duplicates(),
        aftermath.lost(),
        aftermath.doubts().size(),
        aftermath.wrongFiles(),
        took);
  }

  KillPointTally plus(KillPointTally other) {
    return new KillPointTally(
        points + other.points,
        runs + other.runs,
        reached + other.reached,
        duplicates + other.duplicates,
        lost + other.lost,
        inDoubt + other.inDoubt,
        wrongFiles + other.wrongFiles,
        took.plus(other.took));
  }

  /** The promise, wherever a run dies; and that nearly all did die where they were meant to. */
  void assertThatNothingIsLostOrPaidForTwice() {
    assertThat(duplicates).as("tasks created twice").isZero();
    assertThat(lost).as("tasks lost").isZero();
    assertThat(wrongFiles).as("wrong files, half files, missing reports").isZero();
    assertThat(reached).as("points reached").isGreaterThanOrEqualTo(points * 9 / 10);
  }

  /** A table with a line for each key, and their sum. */
  static String table(Map<String, KillPointTally> tallies) {
    StringBuilder table = new StringBuilder(TITLES);
    new TreeMap<>(tallies).forEach((name, tally) -> table.append(tally.line(name)));
    return table.append(sum(List.copyOf(tallies.values())).line("all")).toString();
  }

  static KillPointTally sum(List<KillPointTally> tallies) {
    return tallies.stream().reduce(NONE, KillPointTally::plus);
  }

  private String line(String name) {
    double minutes = took.toMillis() / 60_000.0;
    return LINE.formatted(
        name, points, runs, reached, duplicates, lost, inDoubt, wrongFiles, minutes);
  }
}
