package dev.dailies.report;

import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.report.money.Dollars;
import dev.dailies.text.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the run, on top of the page. */
record Tiles(Map<TaskState, Long> current, Money money, ReportData data, boolean simulated) {

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
        new Tile("failed", "No clip", Long.toString(data.failedCount()), told(Kind.FAILED)),
        new Tile("doubt", "In doubt", Long.toString(data.inDoubtCount()), atStake()),
        new Tile("waiting", "Waiting", Long.toString(waiting()), told(Kind.WAITING)),
        new Tile("plain", "Spent", Dollars.text(money.spent().usd()), spentOn()));
  }

  /**
   * The figures that stand in one line: every state by itself, as the terminal has them, and none
   * that is zero but the first.
   */
  List<Tile> figures() {
    return Stream.of(
            Stream.of(new Tile("delivered", "delivered", delivered() + " of " + total(), "")),
            figures(Kind.FAILED),
            Stream.of(new Tile("doubt", "in doubt", figure(data.inDoubtCount()), "")),
            figures(Kind.WAITING),
            Stream.of(spent()))
        .flatMap(tiles -> tiles)
        .filter(tile -> !tile.value().isEmpty())
        .toList();
  }

  private Stream<Tile> figures(Kind kind) {
    String color = kind.name().toLowerCase(Locale.ROOT);
    return states(kind).map(state -> new Tile(color, state.told(), figure(count(state)), ""));
  }

  private static Stream<TaskState> states(Kind kind) {
    return Stream.of(TaskState.values()).filter(state -> Kind.of(state) == kind);
  }

  /** Of tasks without a price nobody knows that they cost nothing. */
  private Tile spent() {
    long unpriced = money.unpriced();
    if (money.spent().usd().signum() == 0 && unpriced > 0) {
      return new Tile("plain", "of unknown price", Count.of(unpriced, "task"), "");
    }
    String more = unpriced == 0 ? "" : ", %d more unpriced".formatted(unpriced);
    String label = "spent" + (simulated ? " (simulated)" : "") + more;
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
    return list(
        delivered() + " delivered",
        told(Kind.FAILED),
        some(TaskState.IN_DOUBT),
        told(Kind.WAITING));
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
    return list(
        simulated ? "simulated, nothing was paid" : "",
        money.unpriced() == 0 ? "all runs of this folder" : money.unpriced() + " more unpriced");
  }

  /** The states of that kind, each by itself. */
  private String told(Kind kind) {
    return list(states(kind).map(this::some).toArray(String[]::new));
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
