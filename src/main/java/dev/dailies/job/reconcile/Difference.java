package dev.dailies.job.reconcile;

import dev.dailies.job.reconcile.Reconciled.Line;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the two sides differ. */
final class Difference {

  /** Where nothing can be compared. */
  static final Difference NONE = new Difference();

  private final Set<String> models = new HashSet<>();
  private final Set<Cell> cells = new HashSet<>();

  private Difference() {}

  /** Of what differs on two days and comes to the same only the day differs. */
  static Difference of(List<Line> lines) {
    Difference difference = new Difference();
    Map<String, Pair> sums = new TreeMap<>();
    lines.forEach(line -> sums.merge(line.model(), line.pair(), Pair::plus));
    sums.entrySet().stream()
        .filter(sum -> !sum.getValue().agrees())
        .forEach(sum -> difference.models.add(sum.getKey()));
    lines.stream()
        .filter(line -> difference.models.contains(line.model()) && !line.pair().agrees())
        .forEach(line -> difference.cells.add(new Cell(line.day(), line.model())));
    return difference;
  }

  /** How much more the provider says where they differ, in US dollars. */
  BigDecimal sum(List<Line> lines) {
    return lines.stream()
        .filter(line -> models.contains(line.model()))
        .map(line -> line.pair().difference())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean isEmpty() {
    return models.isEmpty();
  }

  /** True if an attempt that belongs there may explain it. */
  boolean isAt(Cell cell) {
    return cells.contains(cell) || cells.contains(cell.ofAllModels());
  }
}
