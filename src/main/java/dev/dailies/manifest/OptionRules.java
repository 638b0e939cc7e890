package dev.dailies.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the columns {@code options.<path>} into the nested fields that a provider gets. */
final class OptionRules {

  /** Numbers as JSON writes them. Longer ones are text: no provider means them as a number. */
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,99})");

  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

  private OptionRules() {}

  static Map<String, Object> read(Cells cells) {
    Map<String, Object> options = new LinkedHashMap<>();
    for (String column : cells.columns()) {
      if (column.startsWith(Columns.OPTIONS)) {
        String text = cells.get(column);
        List<String> path = List.of(column.substring(Columns.OPTIONS.length()).split("\\.", -1));
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
      group.put(last, value(text));
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
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> text;
    };
  }
}
