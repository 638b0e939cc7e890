package dev.dailies.report;

import dev.dailies.ledger.Task;
import dev.dailies.text.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The cells of a row, fit to be passed on.
 *
 * @param isPartial true if something was taken out of them, so that they are no manifest any more
 */
record RowCells(List<String> cells, boolean isPartial) {

  /** The row's cells in the order of the columns; empty where it has none. */
  static RowCells of(Task task, Collection<String> columns) {
    List<String> whole =
        columns.stream()
            .map(column -> Objects.requireNonNullElse(task.cells().get(column), ""))
            .toList();
    List<String> shared = whole.stream().map(PlainText::withoutSecrets).toList();
    return new RowCells(shared, !shared.equals(whole));
  }
}
