package dev.dailies.manifest.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the styles of a workbook show a number. */
final class NumberFormats {

  private final List<NumberFormat> styles;

  private NumberFormats(List<NumberFormat> styles) {
    this.styles = styles;
  }

  /** Of a workbook without styles. */
  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  static NumberFormats read(Part part) {
    Map<String, String> codes = new HashMap<>();
    List<NumberFormat> styles = new ArrayList<>();
    boolean ofCells = false;
    while (part.next()) {
      if (part.begins("numFmt")) {
        codes.put(
            String.valueOf(part.attribute("numFmtId")),
            String.valueOf(part.attribute("formatCode")));
      } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
        ofCells = part.begins("cellXfs");
      } else if (ofCells && part.begins("xf")) {
        String id = String.valueOf(part.attribute("numFmtId"));
        String code = codes.get(id);
        styles.add(code == null ? builtIn(id) : NumberFormat.of(code));
      }
    }
    return new NumberFormats(styles);
  }

  NumberFormat of(@Nullable String style) {
    try {
      int index = style == null ? 0 : Integer.parseInt(style);
      return index < styles.size() ? styles.get(index) : NumberFormat.PLAIN;
    } catch (NumberFormatException none) {
      return NumberFormat.PLAIN;
    }
  }

  /** Those that a workbook does not spell out. */
  private static NumberFormat builtIn(String id) {
    return switch (id) {
      case "9", "10" -> NumberFormat.PERCENT;
      case "14", "15", "16", "17" -> NumberFormat.DATE;
      case "18", "19", "20", "21", "45", "46", "47" -> NumberFormat.TIME;
      case "22" -> NumberFormat.DATE_AND_TIME;
      default -> NumberFormat.PLAIN;
    };
  }
}
