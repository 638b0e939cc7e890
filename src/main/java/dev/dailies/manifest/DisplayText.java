package dev.dailies.manifest;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a cell fit for a log, a terminal and a report: short, on one line, without secrets. */
final class DisplayText {

  private static final int LENGTH = 60;

  /** Enough to find the query and the user name of any URL that a cell may hold. */
  private static final int CONSIDERED = 4096;

  private static final Pattern QUERY =
      Pattern.compile("(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("://[^/\\s?#]*@");
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayText() {}

  /** A cell of that column. */
  static String cell(String column, String value) {
    boolean url = column.equals("image") || column.equals("video") || column.equals("references");
    // A broken URL may hold anything behind the question mark, and all of it may be secret.
    int query = url && !isData(value) ? value.indexOf('?') : -1;
    return text(query < 0 ? value : value.substring(0, query));
  }

  /** Any other text. */
  static String text(String value) {
    if (isData(value)) {
      return "data:… (" + value.length() + " bytes)";
    }
    String head = value.substring(0, Math.min(value.length(), CONSIDERED));
    String plain = USER.matcher(QUERY.matcher(head).replaceAll("$1")).replaceAll("://…@");
    String line = plain.codePoints().mapToObj(DisplayText::visible).collect(Collectors.joining());
    return shorten(line);
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

  private static String shorten(String line) {
    if (line.codePointCount(0, line.length()) <= LENGTH) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LENGTH - 1)) + "…";
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
