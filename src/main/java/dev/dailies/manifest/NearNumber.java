package dev.dailies.manifest;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what people and spreadsheets write for a number, and JSON does not. */
final class NearNumber {

  /** As in {@code 0,5}, {@code .5}, {@code 5.} and {@code +5}; of more commas it is a list. */
  private static final Pattern UNUSUAL =
      Pattern.compile("([+-]?)(?=.*[0-9])([0-9]{0,99})(?:[.,]([0-9]{0,99}))?");

  private static final Pattern PERCENT =
      Pattern.compile("([+-]?[0-9]{1,99})(?:[.,]([0-9]{1,99}))? ?%");

  /** Thousands that are marked twice, or by a sign that no list has between its parts. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "([+-]?[0-9]{1,3}(?:(?:[ '\u066c][0-9]{3})+|(?:\\.[0-9]{3}){2,30}|(?:,[0-9]{3})+(?=\\.)"
              + "|(?:\\.[0-9]{3})+(?=,)))(?:[.,]([0-9]{0,99}))?");

  private static final Pattern EXPONENT =
      Pattern.compile("([+-]?[0-9]{1,99}),([0-9]{1,99}[eE][+-]?[0-9]{1,3})");

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,99}(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

  /** What JSON cannot write, whatever a program may. */
  private static final Pattern NONE = Pattern.compile("[-+]?(?i:nan)");

  private NearNumber() {}

  /** How the number is written that a text nearly is; empty if it is one, or another text. */
  static Optional<String> fix(String text) {
    if (NONE.matcher(text).matches()) {
      return Optional.of("a number, or leave the cell empty");
    }
    String plain = plain(text);
    if (NUMBER.matcher(plain).matches()) {
      boolean known = plain.equals(text) && !plain.matches("-?0[0-9]+[.eE].*|-0[0-9]+");
      return known ? Optional.empty() : Optional.of(unusual(plain).orElse(plain));
    }
    return unusual(plain)
        .or(() -> percent(plain))
        .or(() -> thousands(plain))
        .or(() -> exponent(plain));
  }

  /** In the digits, points and signs of programs, and without Excel's mark of a text. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(plain(c)));
    return plain.length() > 1 && plain.charAt(0) == '\'' ? plain.substring(1) : plain.toString();
  }

  private static int plain(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    return switch (c) {
      case '\u2212', '\u2013', '\ufe63', '\uff0d' -> '-';
      case '\uff0b' -> '+';
      case '\u066b', '\uff0c' -> ',';
      case '\uff0e' -> '.';
      case '\u066a', '\uff05' -> '%';
      case '\u2019' -> '\'';
      case '\u00a0', '\u2009', '\u202f' -> ' ';
      default -> c;
    };
  }

  private static Optional<String> unusual(String text) {
    Matcher number = UNUSUAL.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    String sign = number.group(1).equals("-") ? "-" : "";
    String whole = number.group(2).replaceFirst("^0+(?=.)", "");
    String rest = Objects.requireNonNullElse(number.group(3), "");
    String decimal = sign + (whole.isEmpty() ? "0" : whole) + (rest.isEmpty() ? "" : "." + rest);
    return Optional.of(
        rest.length() == 3 && !whole.isEmpty() ? decimal + " or " + sign + whole + rest : decimal);
  }

  private static Optional<String> percent(String text) {
    Matcher percent = PERCENT.matcher(text);
    return percent.matches()
        ? Optional.of(
            new BigDecimal(decimal(percent)).movePointLeft(2).stripTrailingZeros().toPlainString())
        : Optional.empty();
  }

  private static Optional<String> thousands(String text) {
    Matcher number = THOUSANDS.matcher(text);
    return number.matches() ? Optional.of(decimal(number)) : Optional.empty();
  }

  private static Optional<String> exponent(String text) {
    Matcher number = EXPONENT.matcher(text);
    return number.matches() ? Optional.of(decimal(number)) : Optional.empty();
  }

  private static String decimal(Matcher number) {
    String whole = number.group(1).replaceAll("[^0-9-]", "");
    String rest = number.group(2);
    return rest == null || rest.isEmpty() ? whole : whole + "." + rest;
  }
}
