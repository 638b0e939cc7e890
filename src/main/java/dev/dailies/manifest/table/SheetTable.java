package dev.dailies.manifest.table;

import dev.dailies.manifest.DisplayText;
import dev.dailies.manifest.Invisible;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.workbook.SheetRow;
import dev.dailies.manifest.workbook.SheetRows;
import dev.dailies.manifest.workbook.UnreadableWorkbookException;
import dev.dailies.manifest.workbook.Workbook;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of an Excel workbook. Their lines are those that Excel shows. */
final class SheetTable implements Table {

  private static final int LETTERS = 26;

  private final String file;
  private final Workbook workbook;
  private final SheetRows rows;
  private final Header header;
  private final long headerLine;

  private SheetTable(String file, Workbook workbook, SheetRows rows) {
    this.file = file;
    this.workbook = workbook;
    this.rows = rows;
    SheetRow first = read(rows::next);
    if (first == null) {
      throw UnreadableManifestException.of(file, "is empty; " + Header.EXAMPLE);
    }
    headerLine = first.number();
    header = Header.of(stripped(first), headerLine, file);
  }

  static SheetTable open(Path path, String file) throws IOException {
    try {
      Workbook workbook = Workbook.open(path);
      try {
        return new SheetTable(file, workbook, workbook.rows());
      } catch (IOException | RuntimeException failure) {
        workbook.close();
        throw failure;
      }
    } catch (UnreadableWorkbookException broken) {
      throw told(file, broken);
    }
  }

  @Override
  public @Nullable Row next() {
    SheetRow next = read(rows::next);
    if (next == null) {
      return null;
    }
    List<String> values = whole(stripped(next));
    Row row = header.row(values, next.number(), false);
    if (values.size() > header.columns().size()) {
      return new Row(row.line(), row.cells(), row.stray(), List.of(outside(values)));
    }
    return next.hidden() ? withWord(row) : row;
  }

  /** Whoever has filtered a sheet may think that what is left out is not sent. */
  private static Row withWord(Row row) {
    List<Problem> problems = new ArrayList<>(row.problems());
    problems.add(
        Problem.warning(
            "",
            null,
            "the row is hidden in the sheet, and counts all the same",
            "delete it if it is not wanted"));
    return new Row(row.line(), row.cells(), row.stray(), problems);
  }

  /** Excel leaves out the empty cells at the end of a row. */
  private List<String> whole(List<String> values) {
    List<String> whole = new ArrayList<>(values);
    while (whole.size() < header.columns().size()) {
      whole.add("");
    }
    return whole;
  }

  private Problem outside(List<String> values) {
    int column = header.columns().size();
    while (Invisible.isBlank(values.get(column))) {
      column++;
    }
    return Problem.error(
        header.columns().get(header.columns().size() - 1),
        DisplayText.text(values.get(column)),
        "column " + letters(column) + " has no name, and a cell here",
        "name the column, or empty the cell");
  }

  /** The name of a column, as AB for the 28th. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }

  private static List<String> stripped(SheetRow row) {
    return row.cells().stream().map(Invisible::strip).toList();
  }

  private @Nullable SheetRow read(Supplier<@Nullable SheetRow> next) {
    try {
      return next.get();
    } catch (UnreadableWorkbookException broken) {
      throw told(file, broken);
    }
  }

  private static UnreadableManifestException told(String file, UnreadableWorkbookException broken) {
    String what = String.valueOf(broken.getMessage());
    UnreadableManifestException told =
        broken.row() == 0
            ? UnreadableManifestException.of(file, what)
            : UnreadableManifestException.at(file, broken.row(), what);
    told.initCause(broken);
    return told;
  }

  @Override
  public long headerLine() {
    return headerLine;
  }

  @Override
  public List<Problem> remarks() {
    List<String> hidden =
        IntStream.range(0, header.columns().size())
            .filter(column -> rows.isHidden(column + 1))
            .mapToObj(column -> header.columns().get(column))
            .toList();
    List<Problem> remarks = new ArrayList<>(header.remarks());
    if (!hidden.isEmpty()) {
      remarks.add(
          Problem.warning(
              "",
              null,
              "hidden in the sheet, and read all the same: " + String.join(", ", hidden),
              ""));
    }
    return remarks;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    workbook.close();
  }
}
