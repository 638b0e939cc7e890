package dev.dailies.manifest.table;

import dev.dailies.manifest.Invisible;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows in JSON, one object each, most often one a line. Their names are the columns; every row has
 * all of them, as in a table.
 */
final class JsonTable implements Table {

  private final List<String> names;
  private final Header header;
  private final JsonRows rows;
  private final String file;

  private JsonTable(List<String> names, Header header, JsonRows rows, String file) {
    this.names = names;
    this.header = header;
    this.rows = rows;
    this.file = file;
  }

  static JsonTable of(List<String> names, JsonRows rows, String file) {
    return new JsonTable(names, Header.of(names, 1, file), rows, file);
  }

  @Override
  public @Nullable Row next() {
    Map<String, String> cells = rows.next();
    while (cells != null && cells.values().stream().allMatch(Invisible::isBlank)) {
      cells = rows.next();
    }
    if (cells == null) {
      return null;
    }
    if (!names.containsAll(cells.keySet())) {
      throw UnreadableManifestException.of(file, "was changed while it was read; try again");
    }
    Map<String, String> read = cells;
    List<String> values =
        names.stream().map(name -> Invisible.strip(read.getOrDefault(name, ""))).toList();
    return header.row(values, rows.line(), false);
  }

  @Override
  public long headerLine() {
    return 1;
  }

  @Override
  public List<Problem> remarks() {
    return header.remarks();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
