package dev.dailies.cli;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.TaskState;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes states, times and money for people. */
final class Formats {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private Formats() {}

  static String state(TaskState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** As in {@code 1:02:03}. */
  static String elapsed(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  /** As in {@code 2026-03-12 21:41:07Z}: the same wherever it is read. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }

  /** As in {@code 2026-03-12 22:41:07 +01:00}: when it is where a person reads it. */
  static String local(Instant instant, ZoneId zone) {
    OffsetDateTime time = instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    return LOCAL.format(time);
  }

  /** As in {@code $3.20}. */
  static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** As in {@code $3.20 plus 2 tasks of unknown price}. */
  static String cost(Cost cost) {
    return dollars(cost.usd()) + unpriced(" ", cost.unpriced(), "task");
  }

  /**
   * The part without a price, as in {@code plus 2 tasks of unknown price}; empty if all prices are
   * known.
   *
   * @param before separates it from the amount
   * @param what what is counted, in the singular
   */
  static String unpriced(String before, long count, String what) {
    return count == 0 ? "" : before + "plus " + count(count, what) + " of unknown price";
  }

  /** As in {@code 1 row} and {@code 2 rows}. */
  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** A prompt on one line, cut after so many characters. */
  static String quoted(String prompt, int atMost) {
    return "\"" + PlainText.oneLine(prompt, atMost) + "\"";
  }
}
