package dev.dailies.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment on the page. Its script tells it by the clock of whoever looks; without scripts it is
 * told by that of the machine that wrote the page. The names are those of the template.
 *
 * @param iso in UTC
 * @param text by the machine's clock
 * @param told which form the script is to use
 */
record Moment(String iso, String text, String told) {

  /** How much of a moment is told. */
  enum Form {
    DAY("EEE d MMM yyyy, HH:mm z"),
    EXACT("EEE d MMM yyyy, HH:mm:ss z"),
    CLOCK("HH:mm z"),
    SECOND("HH:mm:ss z");

    private final DateTimeFormatter format;

    Form(String pattern) {
      this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** As much as tells the moments of such a time apart. */
    static Form within(Duration span) {
      if (span.compareTo(Duration.ofMinutes(10)) < 0) {
        return SECOND;
      }
      return span.compareTo(Duration.ofHours(20)) < 0 ? CLOCK : DAY;
    }
  }

  static Moment of(Instant moment, Form form, ZoneId zone) {
    return new Moment(
        moment.toString(),
        form.format.withZone(zone).format(moment),
        form.name().toLowerCase(Locale.ROOT));
  }
}
