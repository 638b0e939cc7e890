package dev.dailies.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the columns {@code options.<path>} into the nested fields that a provider gets. */
final class OptionRules {

  /** Numbers as JSON writes them. Longer ones are text: no provider means them as a number. */
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,99})");

  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

  /** A number of a thing rather than of how many, as in 007: it is sent as it is written. */
  private static final Pattern LEADING_ZEROS = Pattern.compile("0[0-9]+");

  private OptionRules() {}

  static Map<String, Object> read(Cells cells) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (String column : cells.columns()) {
      if (column.startsWith(Columns.OPTIONS)) {
        String text = cells.get(column);
        List<String> path = List.of(column.substring(Columns.OPTIONS.length()).split("\\.", -1));
        if (text != null) {
          ask(cells, column, text);
        }
        if (text != null && !put(options, path, text)) {
          cells.error(
              column,
              "the option is both a value and a group of options: another column has its path",
              "empty one of the two");
        }
      }
    }
    return Collections.unmodifiableMap(options);
  }

  /** Of what is perhaps a number or a truth value, only a person can say whether it is. */
  private static void ask(Cells cells, String column, String text) {
    Optional<String> number = isNumber(text) ? Optional.empty() : NearNumber.fix(text);
    if (number.isPresent()) {
      cells.error(
          column,
          "this looks like a number, but providers do not read it as one",
          "write " + number.get());
    } else if (Booleans.isForeign(text)) {
      cells.error(
          column,
          "this looks like a spreadsheet's word for true or false",
          "write " + Booleans.read(text).orElseThrow());
    } else if (ErrorWord.isNothingOfAProgram(text)) {
      cells.error(column, "this is a program's word for nothing", "empty the cell, or write null");
    }
  }

  private static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches() || LEADING_ZEROS.matcher(text).matches();
  }

  /** False if the path runs into a value, or ends at a group. */
  private static boolean put(Map<String, Object> options, List<String> path, String text) {
    Map<String, Object> group = options;
    for (String name : path.subList(0, path.size() - 1)) {
      Object inner = group.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
      if (!(inner instanceof Map<?, ?>)) {
        return false;
      }
      group = asGroup(inner);
    }
    String last = path.get(path.size() - 1);
    boolean free = !group.containsKey(last);
    if (free) {
      group.put(last, last.endsWith("ratio") ? NumberRules.plainRatio(text) : value(text));
    }
    return free;
  }

  @SuppressWarnings("unchecked") // Every map in here was put in by put.
  private static Map<String, Object> asGroup(Object inner) {
    return (Map<String, Object>) inner;
  }

  /** A number, true, false or null as JSON knows them; anything else is text. */
  private static @Nullable Object value(String text) {
    if (INTEGER.matcher(text).matches()) {
      BigInteger number = new BigInteger(text);
      return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    if (text.equals("null")) {
      return null;
    }
    return Booleans.read(text).<Object>map(truth -> truth).orElse(text);
  }
}
