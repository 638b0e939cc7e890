package dev.dailies.report;

import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the run, on top of the page. */
record Tiles(Map<TaskState, Long> current, Money money, ReportData data) {

  /** A figure with its name; {@code kind} gives it the colour of its part of the bar. */
  record Tile(String kind, String label, String value, String note) {}

  /** A part of the bar, in thousandths of its length. */
  record Slice(String kind, long x, long width) {}

  List<Tile> tiles() {
    return List.of(
        new Tile(
            "delivered",
            "Delivered",
            delivered() + " of " + total(),
            HumanUnits.size(data.bytes())),
        new Tile("failed", "Failed", Long.toString(data.failedCount()), cameTo()),
        new Tile("doubt", "In doubt", Long.toString(data.inDoubtCount()), atStake()),
        new Tile("waiting", "Waiting", Long.toString(waiting()), waitingFor()),
        new Tile("plain", "Spent", Dollars.text(money.spent().usd()), spentOn()));
  }

  /** The figures that stand in one line: none that is zero but the first. */
  List<Tile> figures() {
    return Stream.of(
            new Tile("delivered", "delivered", delivered() + " of " + total(), ""),
            new Tile("failed", "failed", figure(data.failedCount()), ""),
            new Tile("doubt", "in doubt", figure(data.inDoubtCount()), ""),
            new Tile("waiting", "waiting", figure(waiting()), ""),
            spent())
        .filter(tile -> !tile.value().isEmpty())
        .toList();
  }

  /** Of tasks without a price nobody knows that they cost nothing. */
  private Tile spent() {
    long unpriced = money.unpriced();
    if (money.spent().usd().signum() == 0 && unpriced > 0) {
      return new Tile("plain", "of unknown price", Count.of(unpriced, "task"), "");
    }
    String label = unpriced == 0 ? "spent" : "spent, %d more unpriced".formatted(unpriced);
    return new Tile("plain", label, Dollars.text(money.spent().usd()), "");
  }

  private static String figure(long count) {
    return count == 0 ? "" : Long.toString(count);
  }

  /** The parts of the bar, in its order; they leave no gap and no part of a task is lost. */
  List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    long before = 0;
    for (Map.Entry<String, Long> part : parts()) {
      long from = 1000 * before / Math.max(1, total());
      before += part.getValue();
      long to = 1000 * before / Math.max(1, total());
      slices.add(new Slice(part.getKey(), from, to - from));
    }
    return slices;
  }

  /** The bar in words. */
  String barLabel() {
    return "%d delivered, %d failed, %d in doubt, %d waiting"
        .formatted(delivered(), data.failedCount(), count(TaskState.IN_DOUBT), waiting());
  }

  private List<Map.Entry<String, Long>> parts() {
    return List.of(
        Map.entry("delivered", delivered()),
        Map.entry("failed", data.failedCount()),
        Map.entry("doubt", count(TaskState.IN_DOUBT)),
        Map.entry("waiting", waiting()));
  }

  private String atStake() {
    boolean isOpen = data.inDoubtCount() > 0 && money.inDoubt().usd().signum() > 0;
    boolean isSettled = money.settledDoubts().usd().signum() > 0;
    return list(
        isOpen ? Dollars.text(money.inDoubt().usd()) + " at stake" : "",
        isSettled
            ? Dollars.text(money.settledDoubts().usd()) + " of settled doubts may have been paid"
            : "");
  }

  private String spentOn() {
    return money.unpriced() == 0 ? "all runs of this folder" : money.unpriced() + " more unpriced";
  }

  /** What "failed" does not say. */
  private String cameTo() {
    return list(
        some(TaskState.REJECTED),
        some(TaskState.CANCELLED),
        some(TaskState.LOST),
        some(TaskState.UNDELIVERED));
  }

  private String waitingFor() {
    return list(
        some(TaskState.PLANNED),
        some(TaskState.SUBMITTING),
        some(TaskState.SUBMITTED),
        some(TaskState.SUCCEEDED));
  }

  private static String list(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  private String some(TaskState state) {
    return count(state) == 0 ? "" : count(state) + " " + state.told();
  }

  private long delivered() {
    return count(TaskState.DELIVERED);
  }

  private long waiting() {
    return current.entrySet().stream()
        .filter(entry -> entry.getKey().isOpen())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long total() {
    return current.values().stream().mapToLong(Long::longValue).sum();
  }

  private long count(TaskState state) {
    return current.getOrDefault(state, 0L);
  }
}
