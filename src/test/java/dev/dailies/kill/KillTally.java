package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a folder whose runs were killed again and again.
 *
 * @param kills by SIGKILL, by the phase that they were meant for
 * @param runs all starts of the product, with the one that finished and the one that had nothing to
 *     do
 * @param creates tasks that the simulator made
 * @param duplicates tasks that it made although it had made them before
 * @param onTheWire the most requests that all kills together may have cut
 * @param inDoubt tasks that a person must decide
 * @param delivered tasks whose clip is here
 * @param undone tasks that are neither
 * @param wrongFiles clips that are not, byte for byte, what the simulator has
 * @param leftovers half files and drafts that are still there
 */
record KillTally(
    Map<Phase, Integer> kills,
    int runs,
    int creates,
    int duplicates,
    int onTheWire,
    int inDoubt,
    int delivered,
    int undone,
    int wrongFiles,
    int leftovers,
    Duration took) {

  private static final String TITLES =
      "  kills   runs  creates  duplicates  in doubt  delivered  undone  wrong files  minutes%n";
  private static final String LINE = "%7d %6d %8d %11d %9d %10d %7d %12d %8.1f%n";

  KillTally plus(KillTally other) {
    return new KillTally(
        sum(kills, other.kills),
        runs + other.runs,
        creates + other.creates,
        duplicates + other.duplicates,
        onTheWire + other.onTheWire,
        inDoubt + other.inDoubt,
        delivered + other.delivered,
        undone + other.undone,
        wrongFiles + other.wrongFiles,
        leftovers + other.leftovers,
        took.plus(other.took));
  }

  /** The promise, whatever the provider. */
  void assertThatNothingIsLostOrPaidForTwice() {
    assertThat(duplicates).as("tasks created twice").isZero();
    assertThat(undone).as("tasks neither delivered nor in doubt").isZero();
    assertThat(wrongFiles).as("files that are not the provider's").isZero();
    assertThat(leftovers).as("half files").isZero();
  }

  /** A table of all folders with their sum. */
  static String table(List<KillTally> folders) {
    StringBuilder table = new StringBuilder(TITLES.formatted());
    folders.forEach(folder -> table.append(folder.line()));
    KillTally all = folders.stream().reduce(KillTally::plus).orElseThrow();
    if (folders.size() > 1) {
      table.append("all:%n".formatted()).append(all.line());
    }
    table.append("  kills by phase: %s%n".formatted(all.kills));
    return table.toString();
  }

  int allKills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<Phase, Integer> sum(Map<Phase, Integer> one, Map<Phase, Integer> other) {
    Map<Phase, Integer> sum = new EnumMap<>(one);
    other.forEach((phase, kills) -> sum.merge(phase, kills, Integer::sum));
    return sum;
  }

  private String line() {
    double minutes = took.toMillis() / 60_000.0;
    return LINE.formatted(
        allKills(), runs, creates, duplicates, inDoubt, delivered, undone, wrongFiles, minutes);
  }
}
