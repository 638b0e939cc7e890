package dev.dailies.manifest;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a cell that is a number. */
final class NumberRules {

  /** More than any seed: 64 bits. */
  static final BigInteger ANY_SEED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private static final Kind DURATION =
      Kind.of("duration", "the duration", "a whole number of seconds", 1, 86_400);
  private static final Kind TAKES =
      Kind.of("takes", "the number of takes", "a whole number", 1, 100);

  private static final int MOST_DIGITS = 100;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,9})[.,]([0-9]+)");

  /** A whole number as programs write it that know decimal ones only; 1.000 may be a thousand. */
  private static final Pattern WHOLE = Pattern.compile("\\+?0*([0-9]+?)([.,]0{1,2})?");

  private static final Pattern SECONDS =
      Pattern.compile("(.*[0-9])\\s*(?:s|secs?|seconds?)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern THOUSANDS =
      Pattern.compile("[0-9]{1,3}(([.,' \u00a0\u202f\u2009])[0-9]{3})(\\2[0-9]{3})*");
  private static final Pattern ROUNDED = Pattern.compile("[0-9][.,][0-9]+[eE][+]?[0-9]+");

  private static final int HALF_A_DAY = 12;

  /** Also one that a spreadsheet took for a time: 16:09:00, 04:09:00 PM, 16.09.00. */
  private static final Pattern RATIO =
      Pattern.compile(
          "0?([1-9][0-9]{0,4})(?::0?|\\.0?(?=[0-9]{1,2}\\.00))([1-9][0-9]{0,4})"
              + "(?:[:.]00(?:[.,]0{1,3})?)?(?:\\s?([AaPp])\\.?[Mm]\\.?)?");

  private static final Pattern LIKE_RATIO =
      Pattern.compile("([1-9][0-9]{0,4})\\s*[:xX×*/]\\s*([1-9][0-9]{0,4})");

  private NumberRules() {}

  /** In whole seconds; null if the row does not say. */
  static @Nullable Integer duration(Cells cells) {
    BigInteger seconds = read(cells, DURATION);
    return seconds == null ? null : seconds.intValue();
  }

  /** How many takes the row asks for: one, if it does not say so in a way that can be read. */
  static int takes(Cells cells) {
    BigInteger takes = read(cells, TAKES);
    return takes == null ? 1 : takes.intValue();
  }

  /**
   * The seed of the first take, such that the last take has one too; null if there is none.
   *
   * @param most the largest that the row's provider takes
   */
  static @Nullable BigInteger seed(Cells cells, int takes, BigInteger most) {
    BigInteger seed =
        read(cells, new Kind("seed", "the seed", "a whole number", BigInteger.ZERO, most));
    BigInteger more = BigInteger.valueOf(takes - 1);
    if (seed != null && seed.add(more).compareTo(most) > 0) {
      String message = "take %d would have the seed %d, more than %d";
      cells.error(
          "seed",
          message.formatted(takes, seed.add(more), most),
          "use at most " + most.subtract(more));
    }
    return seed;
  }

  /** As in 16:9 or 1280:720; null if the row does not say. */
  static @Nullable String ratio(Cells cells) {
    String ratio = cells.get("ratio");
    if (ratio == null) {
      return null;
    }
    String shape = shape(ratio);
    if (RATIO.matcher(shape).matches()) {
      return shape;
    }
    cells.error("ratio", "the ratio is not of the form width:height", "write it as in 16:9");
    return null;
  }

  /** A whole number in its usual form; anything else as it is. */
  static String plain(String text) {
    Matcher whole = WHOLE.matcher(text);
    return whole.matches() ? whole.group(1) : text;
  }

  /** A ratio in its usual form; anything else as it is. */
  static String plainRatio(String text) {
    Matcher ratio = RATIO.matcher(text);
    if (!ratio.matches()) {
      return text;
    }
    String half = ratio.group(3);
    int hour = Integer.parseInt(ratio.group(1));
    boolean afternoon = half != null && half.equalsIgnoreCase("p") && hour < HALF_A_DAY;
    return (afternoon ? hour + HALF_A_DAY : hour) + ":" + ratio.group(2);
  }

  /** The ratio of a picture in its usual form, also if it is written as in 16x9. */
  static String shape(String text) {
    Matcher like = LIKE_RATIO.matcher(text);
    return like.matches() ? like.group(1) + ":" + like.group(2) : plainRatio(text);
  }

  /** Seconds in their usual form, without the unit; anything else as it is. */
  static String plainSeconds(String text) {
    Matcher seconds = SECONDS.matcher(text);
    return plain(seconds.matches() ? seconds.group(1) : text);
  }

  private static @Nullable BigInteger read(Cells cells, Kind kind) {
    String cell = cells.get(kind.column);
    if (cell == null) {
      return null;
    }
    String text = kind.equals(DURATION) ? plainSeconds(cell) : plain(cell);
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (!DIGITS.matcher(digits).matches()) {
      cells.error(kind.column, kind.noun + " is not " + kind.form, rewrite(text));
      return null;
    }
    if (text.startsWith("-") || (isShort(text) && number(text).compareTo(kind.min) < 0)) {
      cells.error(
          kind.column, kind.noun + " is less than " + kind.min, "use " + kind.min + " or more");
      return null;
    }
    if (!isShort(text) || number(text).compareTo(kind.max) > 0) {
      cells.error(kind.column, kind.noun + " is more than " + kind.max, "use at most " + kind.max);
      return null;
    }
    return number(text);
  }

  /** Of a number with very many digits the value is never asked for. */
  private static boolean isShort(String digits) {
    return digits.length() <= MOST_DIGITS;
  }

  private static BigInteger number(String digits) {
    return new BigInteger(digits);
  }

  private static String rewrite(String text) {
    if (ROUNDED.matcher(text).matches()) {
      return "a spreadsheet has rounded it; write all its digits, as in 4294967295";
    }
    if (THOUSANDS.matcher(text).matches()) {
      return "write " + text.replaceAll("[^0-9]", "") + ", without marks between the digits";
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      long whole = Long.parseLong(decimal.group(1));
      boolean exact = decimal.group(2).matches("0+");
      return "write " + whole + (exact ? "" : " or " + (whole + 1));
    }
    if (text.length() <= MOST_DIGITS && text.codePoints().allMatch(Character::isDigit)) {
      return "use the digits 0-9: " + number(text);
    }
    return "use the digits 0-9 only, as in 5";
  }

  private record Kind(String column, String noun, String form, BigInteger min, BigInteger max) {

    static Kind of(String column, String noun, String form, long min, long max) {
      return new Kind(column, noun, form, BigInteger.valueOf(min), BigInteger.valueOf(max));
    }
  }
}
