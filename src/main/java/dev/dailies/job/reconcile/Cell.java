package dev.dailies.job.reconcile;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What amounts are compared by.
 *
 * @param model empty where none was named, or where models are not told apart
 */
record Cell(LocalDate day, String model) implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::day).thenComparing(Cell::model);

  /** The same of all models together. */
  Cell ofAllModels() {
    return new Cell(day, "");
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
