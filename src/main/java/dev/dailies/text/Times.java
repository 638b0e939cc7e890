package dev.dailies.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells times as people read them: by the clock on their wall, to the second at most. */
public final class Times {

  private static final DateTimeFormatter CLOCK = of("HH:mm");
  private static final DateTimeFormatter CLOCK_AND_ZONE = of("HH:mm z");
  private static final DateTimeFormatter DAY = of("EEE d MMM, HH:mm z");
  private static final DateTimeFormatter SECOND = of("EEE d MMM, HH:mm:ss z");

  private Times() {}

  /** As in {@code 18:02}, for what is near. */
  public static String clock(Instant time) {
    return CLOCK.format(here(time));
  }

  /** As in {@code 18:02 CET}, for what somebody elsewhere may read. */
  public static String clockAndZone(Instant time) {
    return CLOCK_AND_ZONE.format(here(time));
  }

  /** As in {@code Mon 30 Nov, 18:02 CET}. */
  public static String day(Instant time) {
    return DAY.format(here(time));
  }

  /** As in {@code Thu 12 Mar, 22:41:07 CET}, for a history. */
  public static String second(Instant time) {
    return SECOND.format(here(time.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** The clock with its zone if it is the same day as {@code now}, else with the day too. */
  public static String near(Instant time, Instant now) {
    boolean sameDay = here(time).toLocalDate().equals(here(now).toLocalDate());
    return sameDay ? clockAndZone(time) : day(time);
  }

  /** As in {@code 18:02 to 18:40 CET}, to whole minutes, and with the day where it is another. */
  public static String range(Instant from, Instant to, Instant now) {
    ZonedDateTime first = here(from.truncatedTo(ChronoUnit.MINUTES));
    ZonedDateTime last = here(to.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
    boolean isToday =
        first.toLocalDate().equals(here(now).toLocalDate())
            && last.toLocalDate().equals(first.toLocalDate());
    String start = isToday ? CLOCK.format(first) : DAY.format(first);
    String end =
        last.toLocalDate().equals(first.toLocalDate())
            ? CLOCK_AND_ZONE.format(last)
            : DAY.format(last);
    return start + " to " + end;
  }

  /** As in {@code 6 h}, {@code 1 h 30 min}, {@code 24 s}. */
  public static String span(Duration time) {
    if (time.toHours() >= 1) {
      String minutes = time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min";
      return time.toHours() + " h" + minutes;
    }
    if (time.toMinutes() >= 2) {
      return time.toMinutes() + " min";
    }
    return time.toMillis() >= 1_000 || time.isZero()
        ? time.toSeconds() + " s"
        : time.toMillis() + " ms";
  }

  private static ZonedDateTime here(Instant time) {
    return time.atZone(ZoneId.systemDefault());
  }

  private static DateTimeFormatter of(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
