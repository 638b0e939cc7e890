package dev.dailies.manifest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a number is shown. What only rounds or decorates it does not count, as it would change what
 * is asked for.
 *
 * @param kind what the number means
 * @param digits how many there are at least, as 3 in {@code 001}
 */
record NumberFormat(Kind kind, int digits) {

  /** What a number means. */
  enum Kind {
    NUMBER,
    PERCENT,
    DATE,
    TIME,
    DATE_AND_TIME
  }

  static final NumberFormat PLAIN = new NumberFormat(Kind.NUMBER, 1);
  static final NumberFormat PERCENT = new NumberFormat(Kind.PERCENT, 1);
  static final NumberFormat DATE = new NumberFormat(Kind.DATE, 1);
  static final NumberFormat TIME = new NumberFormat(Kind.TIME, 1);
  static final NumberFormat DATE_AND_TIME = new NumberFormat(Kind.DATE_AND_TIME, 1);

  /** Excel shows no more digits of a number. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,100}");

  /** Beyond it a number would have zeros without end. */
  private static final int MOST_ZEROS = 400;

  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");
  private static final Pattern ZEROS = Pattern.compile("0{2,20}");

  private static final int MINUTES = 60;
  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  /** By Excel's count there was a 29 February 1900. */
  private static final int AFTER_NO_DAY = 60;

  /** Reads a format as it is written, of which the part for positive numbers counts. */
  static NumberFormat of(String code) {
    String bare = LITERAL.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", -1)[0];
    if (ZEROS.matcher(bare).matches()) {
      return new NumberFormat(Kind.NUMBER, bare.length());
    }
    if (bare.contains("general")) {
      return PLAIN;
    }
    boolean date = bare.contains("y") || bare.contains("d") || bare.matches("m+");
    boolean time = bare.contains("h") || bare.contains("s") || bare.contains("[m");
    if (date) {
      return time ? DATE_AND_TIME : DATE;
    }
    return time ? TIME : bare.contains("%") ? PERCENT : PLAIN;
  }

  /**
   * The number as people see it.
   *
   * @param stored as the workbook writes it
   * @param since1904 true if days are counted from 1904 on
   */
  String shown(String stored, boolean since1904) {
    if (stored.length() > MOST_ZEROS) {
      return stored;
    }
    BigDecimal number = new BigDecimal(stored);
    if (Math.abs((long) number.scale()) > MOST_ZEROS) {
      return number.signum() == 0 ? "0" : number.toString();
    }
    if (kind == Kind.NUMBER) {
      return WHOLE.matcher(stored).matches() ? padded(stored) : padded(plain(number));
    }
    if (kind == Kind.PERCENT) {
      return plain(number.movePointRight(2)) + "%";
    }
    boolean isTime = number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
    return isTime ? time(number, since1904) : plain(number);
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
    return shown.signum() == 0 ? "0" : shown.toPlainString();
  }

  private String padded(String number) {
    boolean isWhole = number.length() < digits && WHOLE.matcher(number).matches();
    return isWhole && !number.startsWith("-")
        ? "0".repeat(digits - number.length()) + number
        : number;
  }

  private String time(BigDecimal days, boolean since1904) {
    long seconds = days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long day = seconds / SECONDS_OF_DAY.longValueExact();
    long rest = seconds % SECONDS_OF_DAY.longValueExact();
    return switch (kind) {
      case DATE -> date(day, since1904);
      case DATE_AND_TIME -> date(day, since1904) + " " + clock(rest);
      default -> clock(seconds);
    };
  }

  /** A date or a time that is stored in the words of ISO-8601, as in a strict workbook. */
  static String shown(String iso) {
    try {
      LocalDateTime at =
          LocalDateTime.parse(iso.endsWith("Z") ? iso.substring(0, iso.length() - 1) : iso);
      int seconds = at.toLocalTime().toSecondOfDay();
      return at.toLocalDate() + (seconds == 0 ? "" : " " + clock(seconds));
    } catch (DateTimeParseException other) {
      return iso;
    }
  }

  private static String clock(long seconds) {
    long minutes = seconds / MINUTES;
    String clock = "%d:%02d".formatted(minutes / MINUTES, minutes % MINUTES);
    return seconds % MINUTES == 0 ? clock : clock + ":%02d".formatted(seconds % MINUTES);
  }

  private static String date(long day, boolean since1904) {
    LocalDate first = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 31);
    boolean isOneTooMany = !since1904 && day >= AFTER_NO_DAY;
    return first.plusDays(isOneTooMany ? day - 1 : day).toString();
  }
}
