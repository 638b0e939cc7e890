package dev.dailies.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a cell that is a number. */
final class NumberRules {

  /** The largest seed that any provider documents. */
  static final long MAX_SEED = 4_294_967_295L;

  private static final Kind DURATION =
      new Kind("duration", "the duration", "a whole number of seconds", 1, 86_400);
  private static final Kind TAKES =
      new Kind("takes", "the number of takes", "a whole number", 1, 100);
  private static final Kind SEED = new Kind("seed", "the seed", "a whole number", 0, MAX_SEED);

  private static final int MOST_DIGITS = 18;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,9})[.,]([0-9]+)");
  private static final Pattern RATIO = Pattern.compile("[1-9][0-9]{0,4}:[1-9][0-9]{0,4}");
  private static final Pattern LIKE_RATIO =
      Pattern.compile("([1-9][0-9]{0,4})\\s*[:xX×*/]\\s*([1-9][0-9]{0,4})");

  private NumberRules() {}

  /** In whole seconds; null if the row does not say. */
  static @Nullable Integer duration(Cells cells) {
    Long seconds = read(cells, DURATION);
    return seconds == null ? null : seconds.intValue();
  }

  /** How many takes the row asks for: one, if it does not say so in a way that can be read. */
  static int takes(Cells cells) {
    Long takes = read(cells, TAKES);
    return takes == null ? 1 : takes.intValue();
  }

  /** The seed of the first take, such that the last take has one too; null if there is none. */
  static @Nullable Long seed(Cells cells, int takes) {
    Long seed = read(cells, SEED);
    if (seed != null && seed + takes - 1 > MAX_SEED) {
      String message = "take %d would have the seed %d, more than %d";
      cells.error(
          "seed",
          message.formatted(takes, seed + takes - 1, MAX_SEED),
          "use at most " + (MAX_SEED - takes + 1));
    }
    return seed;
  }

  /** As in 1280:720; null if the row does not say. */
  static @Nullable String ratio(Cells cells) {
    String ratio = cells.get("ratio");
    if (ratio == null || RATIO.matcher(ratio).matches()) {
      return ratio;
    }
    Matcher like = LIKE_RATIO.matcher(ratio);
    String example = like.matches() ? like.group(1) + ":" + like.group(2) : "1280:720";
    cells.error("ratio", "the ratio is not of the form width:height", "write it as in " + example);
    return null;
  }

  private static @Nullable Long read(Cells cells, Kind kind) {
    String text = cells.get(kind.column);
    if (text == null) {
      return null;
    }
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (!DIGITS.matcher(digits).matches()) {
      cells.error(kind.column, kind.noun + " is not " + kind.form, rewrite(text));
      return null;
    }
    if (text.startsWith("-") || (isShort(text) && Long.parseLong(text) < kind.min)) {
      cells.error(
          kind.column, kind.noun + " is less than " + kind.min, "use " + kind.min + " or more");
      return null;
    }
    if (!isShort(text) || Long.parseLong(text) > kind.max) {
      cells.error(kind.column, kind.noun + " is more than " + kind.max, "use at most " + kind.max);
      return null;
    }
    return Long.valueOf(text);
  }

  private static boolean isShort(String digits) {
    return digits.length() <= MOST_DIGITS;
  }

  private static String rewrite(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      long whole = Long.parseLong(decimal.group(1));
      boolean exact = decimal.group(2).matches("0+");
      return "write " + whole + (exact ? "" : " or " + (whole + 1));
    }
    if (text.length() <= MOST_DIGITS && text.codePoints().allMatch(Character::isDigit)) {
      return "use the digits 0-9: " + Long.parseLong(text);
    }
    return "use the digits 0-9 only, as in 5";
  }

  private record Kind(String column, String noun, String form, long min, long max) {}
}
