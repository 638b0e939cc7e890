package dev.dailies.manifest;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the manifest, not yet judged.
 *
 * @param line the physical line it starts on, from 1
 * @param cells the row's own columns by their canonical name, without surrounding white space;
 *     blank cells are left out. A row of failures.csv has the job's UUID in {@code job}
 * @param stray all cells of a row that has too few or too many of them, since they fit no column;
 *     of these {@code cells} has the id at most. Empty for any other row
 * @param problems what is wrong with the row as such: too few or too many cells
 */
public record Row(
    long line, Map<String, String> cells, List<String> stray, List<Problem> problems) {

  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    stray = List.copyOf(stray);
    problems = List.copyOf(problems);
  }

  /**
   * What "changed" is judged by: the SHA-256 in hex of the row's own columns. The order of columns,
   * kinds of line breaks, and what signs a URL do not count; nor do {@code takes}, since another
   * take is no reason to make the first again; nor {@code job}, {@code reason}, {@code
   * reason_code}; nor any setting. Of a file its content counts.
   */
  public String digest(Inputs inputs) {
    return RowDigest.of(this, inputs);
  }

  /** True if the row names files, which can come and change while the manifest does not. */
  public boolean namesFiles(Inputs inputs) {
    return cells.entrySet().stream()
        .anyMatch(cell -> RowDigest.namesFiles(cell.getKey(), cell.getValue(), inputs));
  }
}
