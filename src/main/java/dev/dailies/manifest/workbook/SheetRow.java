package dev.dailies.manifest.workbook;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as Excel shows it, from 1
 * @param cells as people see them, from column A on; empty where there is nothing
 * @param hidden true if people do not see the row, as one that a filter leaves out
 */
public record SheetRow(long number, List<String> cells, boolean hidden) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
