package dev.dailies.cli.words;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes states, times and money for people. */
public final class Formats {

  /** A file, a setting, an address. */
  private static final Pattern NAME = Pattern.compile("[^ ,:]*[._/-]");

  private Formats() {}

  /** A state in the words of a sentence. */
  public static String state(TaskState state) {
    return state.told();
  }

  /** As it is typed. */
  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** The same as the beginning of a sentence, where that is no name. */
  static String sentence(String text) {
    boolean isName = NAME.matcher(text).lookingAt();
    return isName ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** As in {@code 1:02:03}. */
  public static String elapsed(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  /** As in {@code $3.20 plus 2 tasks of unknown price}, or {@code 2 tasks of unknown price}. */
  public static String cost(Cost cost) {
    return cost(cost, "task");
  }

  /**
   * The same of takes, or whatever it is.
   *
   * @param what what is counted, in the singular
   */
  static String cost(Cost cost, String what) {
    if (cost.usd().signum() == 0 && cost.unpriced() > 0) {
      return Count.of(cost.unpriced(), what) + " of unknown price";
    }
    return Amounts.dollars(cost.usd()) + unpriced(" ", cost.unpriced(), what);
  }

  /**
   * The same behind a count of them, which is not said twice: {@code price unknown}.
   *
   * @param count how many there are
   * @param what what is counted, in the singular
   */
  static String price(Cost cost, long count, String what) {
    boolean isUnknown = cost.usd().signum() == 0 && cost.unpriced() > 0 && cost.unpriced() == count;
    return isUnknown ? "price unknown" : cost(cost, what);
  }

  /**
   * In a column, as in {@code $3.20 + 2 unknown}.
   *
   * @param count how many there are; where none has a price it is {@code unknown}
   */
  static String shortPrice(Cost cost, long count) {
    if (cost.unpriced() == count && count > 0) {
      return "unknown";
    }
    return Amounts.dollars(cost.usd())
        + (cost.unpriced() == 0 ? "" : " + %d unknown".formatted(cost.unpriced()));
  }

  /**
   * The part without a price, as in {@code plus 2 tasks of unknown price}; empty if all prices are
   * known.
   *
   * @param before separates it from the amount
   * @param what what is counted, in the singular
   */
  public static String unpriced(String before, long count, String what) {
    return count == 0 ? "" : before + "plus " + Count.of(count, what) + " of unknown price";
  }

  /**
   * As in {@code SC01_SH010, SC01_SH020, … and 7 more}.
   *
   * @param first some of the names
   * @param all how many there are
   */
  public static String names(List<String> first, long all) {
    String more = all > first.size() ? ", … and " + (all - first.size()) + " more" : "";
    return String.join(", ", first) + more;
  }

  /** A prompt on one line, cut after so many characters. */
  static String quoted(String prompt, int atMost) {
    return "\"" + PlainText.oneLine(prompt, atMost) + "\"";
  }
}
