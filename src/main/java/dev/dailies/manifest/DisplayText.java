package dev.dailies.manifest;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import dev.dailies.text.Cut;
import dev.dailies.text.PlainText;

/** Makes a cell fit for a log, a terminal and a report: short, on one line, without secrets. */
public final class DisplayText {

  private static final int LENGTH = 60;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayText() {}

  /** A cell of that column. */
  public static String cell(String column, String value) {
    boolean url = column.equals("image") || column.equals("video") || column.equals("references");
    // A broken URL may hold anything behind the question mark, and all of it may be secret.
    int query = url && !isData(value) ? value.indexOf('?') : -1;
    return text(query < 0 ? value : value.substring(0, query));
  }

  /** Any other text. */
  public static String text(String value) {
    if (isData(value)) {
      return "data:… (" + value.length() + " bytes)";
    }
    return PlainText.withoutSecrets(value)
        .codePoints()
        .limit(LENGTH + 1L)
        .mapToObj(DisplayText::visible)
        .collect(collectingAndThen(joining(), line -> Cut.codePoints(line, LENGTH)));
  }

  /** A code point with its name, for what cannot be seen or looks like something else. */
  static String codePoint(int codePoint) {
    String name = Character.getName(codePoint);
    String number = "U+%04X".formatted(codePoint);
    return name == null ? number : number + " (" + name + ")";
  }

  private static boolean isData(String value) {
    return value.regionMatches(true, 0, "data:", 0, 5);
  }

  private static String visible(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          isHidden(codePoint) ? "\\u%04X".formatted(codePoint) : Character.toString(codePoint);
    };
  }

  /** Control characters, and those that only steer how text is laid out; emoji need the joiners. */
  static boolean isHidden(int codePoint) {
    if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
