package dev.dailies.manifest.workbook;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as Excel shows it, from 1
 * @param cells as people see them, from column A on; empty where there is nothing
 */
public record SheetRow(long number, List<String> cells) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
