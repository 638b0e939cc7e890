package dev.dailies.manifest.table;

import dev.dailies.manifest.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the cells of a file are separated.
 *
 * @param skip how many characters the line {@code sep=;} takes up, which some spreadsheets put
 *     first
 */
record Dialect(char delimiter, int skip) {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
  private static final Pattern SEP =
      Pattern.compile(
          "\"?sep=(.)\"?[ ,;\t]*(?:\r\n|\r|\n|\\z)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]");

  /** Judges by the beginning of the file, which must hold the header. */
  static Dialect of(String head, String file) {
    Matcher sep = SEP.matcher(head);
    if (!sep.lookingAt()) {
      return new Dialect(byHeader(head), 0);
    }
    char named = sep.group(1).charAt(0);
    if (!DELIMITERS.contains(named)) {
      throw UnreadableManifestException.at(
          file, 1, "sep= names '" + named + "'; separate cells by comma, semicolon or tab");
    }
    return new Dialect(named, sep.end());
  }

  /** The physical line that comes after the skipped ones. */
  long firstLine() {
    return skip == 0 ? 1 : 2;
  }

  /** The delimiter that makes most column names out of the header; in doubt the comma. */
  private static char byHeader(String head) {
    String header =
        LINE_BREAK.splitAsStream(head).filter(line -> !line.isBlank()).findFirst().orElse("");
    Comparator<Character> byNames = Comparator.comparing(d -> names(header, d));
    Comparator<Character> byCount = Comparator.comparing(d -> count(header, d));
    Comparator<Character> byRank = Comparator.comparing(d -> -DELIMITERS.indexOf(d));
    return DELIMITERS.stream()
        .max(byNames.thenComparing(byCount).thenComparing(byRank))
        .orElseThrow();
  }

  private static long names(String header, char delimiter) {
    return cells(header, delimiter).stream().filter(Columns::isKnown).count();
  }

  private static long count(String header, char delimiter) {
    return header.chars().filter(c -> c == delimiter).count();
  }

  private static List<String> cells(String header, char delimiter) {
    return Pattern.compile(Pattern.quote(String.valueOf(delimiter)))
        .splitAsStream(header.replace("\"", ""))
        .map(Columns::canonical)
        .toList();
  }
}
