package dev.dailies.provider.spi;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many per second, minute or hour, written {@code 2/s}, {@code 30/min}, {@code 100/h}. */
public record Rate(double count, ChronoUnit unit) {

  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|min|h)");

  public Rate {
    if (!(count > 0)) {
      throw new IllegalArgumentException("a rate must be more than 0, was " + count);
    }
  }

  /** Reads {@code N/s}, {@code N/min} or {@code N/h}. */
  public static Rate of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a rate: '" + text + "'; write 2/s, 30/min or 100/h");
    }
    ChronoUnit unit =
        switch (matcher.group(2)) {
          case "s" -> ChronoUnit.SECONDS;
          case "min" -> ChronoUnit.MINUTES;
          default -> ChronoUnit.HOURS;
        };
    return new Rate(Double.parseDouble(matcher.group(1)), unit);
  }

  /** The time from one to the next. */
  public Duration period() {
    return Duration.ofNanos(Math.max(1, Math.round(unit.getDuration().toNanos() / count)));
  }

  /** The period plus a hair: sending exactly at a provider's limit bounces. */
  public Duration pace() {
    return period().multipliedBy(201).dividedBy(200);
  }

  @Override
  public String toString() {
    String number =
        count == Math.rint(count) ? Long.toString((long) count) : Double.toString(count);
    return switch (unit) {
      case SECONDS -> number + "/s";
      case MINUTES -> number + "/min";
      default -> number + "/h";
    };
  }
}
