package dev.dailies.manifest.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet that have something in them. Holds one of them at a time. */
public final class SheetRows implements Closeable {

  private static final int MOST_COLUMNS = 1_000;
  private static final int LETTERS = 26;

  private final Part part;
  private final Workbook workbook;
  private final BitSet hiddenColumns = new BitSet();
  private long row;
  private int column;

  SheetRows(Part part, Workbook workbook) {
    this.part = part;
    this.workbook = workbook;
  }

  /** The next row that is not blank; null at the end. */
  public @Nullable SheetRow next() {
    while (part.next() && !part.ends("sheetData")) {
      if (part.begins("col") && isTrue("hidden")) {
        hiddenColumns.set(edge("min"), Math.max(edge("min"), edge("max") + 1));
      } else if (part.begins("row")) {
        SheetRow read = read();
        if (!read.isBlank()) {
          return read;
        }
      }
    }
    part.finish();
    return null;
  }

  /** True of a column that people do not see, from 1; known once a row was read. */
  public boolean isHidden(int column) {
    return hiddenColumns.get(column);
  }

  private int edge(String name) {
    return (int) Math.min(MOST_COLUMNS, Math.max(0, number(String.valueOf(part.attribute(name)))));
  }

  private boolean isTrue(String name) {
    String value = String.valueOf(part.attribute(name));
    return value.equals("1") || value.equals("true");
  }

  private SheetRow read() {
    String number = part.attribute("r");
    boolean hidden = isTrue("hidden");
    row = number == null ? row + 1 : number(number);
    column = 0;
    List<String> cells = new ArrayList<>();
    while (part.next() && !part.ends("row")) {
      if (part.begins("c")) {
        String place = part.attribute("r");
        column = place == null ? column + 1 : column(place);
        put(cells, cell());
      }
    }
    return new SheetRow(row, cells, hidden);
  }

  /** What is only coloured is not there. */
  private void put(List<String> cells, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    if (column > MOST_COLUMNS) {
      throw UnreadableWorkbookException.at(
          row, "more than %,d columns; is this a manifest?".formatted(MOST_COLUMNS));
    }
    while (cells.size() < column - 1) {
      cells.add("");
    }
    cells.add(cell);
  }

  private String cell() {
    String type = String.valueOf(part.attribute("t"));
    String style = part.attribute("s");
    boolean isComputed = false;
    String stored = null;
    while (part.next() && !part.ends("c")) {
      if (part.begins("f")) {
        isComputed = true;
        part.text();
      } else if (part.begins("v")) {
        stored = part.text();
      } else if (part.begins("is")) {
        stored = RichText.of(part, "is");
      }
    }
    if (stored == null && isComputed) {
      throw UnreadableWorkbookException.at(
          row, "a formula has never been computed; open the workbook in Excel and save it");
    }
    return stored == null || stored.isEmpty() ? "" : shown(type, stored, style);
  }

  private String shown(String type, String stored, @Nullable String style) {
    return switch (type) {
      case "s" -> workbook.texts().get(stored, row);
      case "b" -> stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE";
      case "str" -> RichText.plain(stored);
      case "inlineStr", "e" -> stored;
      case "d" -> NumberFormat.shown(stored);
      default -> numberShown(stored, style);
    };
  }

  private String numberShown(String stored, @Nullable String style) {
    try {
      return workbook.formats().of(style).shown(stored, workbook.isSince1904());
    } catch (NumberFormatException none) {
      return stored;
    }
  }

  private long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException none) {
      throw outOfPlace(none);
    }
  }

  /** The letters of a place, as 3 for C12. */
  private int column(String place) {
    int number = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      char letter = Character.toUpperCase(place.charAt(i));
      if (letter < 'A' || letter > 'Z' || i > 3) {
        throw outOfPlace(null);
      }
      number = number * LETTERS + letter - 'A' + 1;
    }
    if (number <= column) {
      throw outOfPlace(null);
    }
    return number;
  }

  private static UnreadableWorkbookException outOfPlace(@Nullable Throwable cause) {
    UnreadableWorkbookException broken =
        UnreadableWorkbookException.broken("a cell is not in its place");
    broken.initCause(cause);
    return broken;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
