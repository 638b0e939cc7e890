package dev.dailies.provider.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer asks to wait: its header {@code Retry-After}, as RFC 9110 §10.2.3 has it, or
 * {@code retry-after-ms}, which says the same in milliseconds and is the finer of the two. Runway's
 * own clients read both.
 */
public final class RetryAfter {

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Duration LONGEST = Duration.ofDays(366);

  private RetryAfter() {}

  /**
   * Reads milliseconds, seconds or an HTTP date; null if both headers are absent, negative, past,
   * or no such thing.
   *
   * @param now our own time, which counts only if the answer does not tell its own: then a wrong
   *     clock on either side does no harm
   */
  public static @Nullable Duration of(HttpHeaders headers, Instant now) {
    String milliseconds = headers.firstValue("retry-after-ms").orElse("").strip();
    if (DIGITS.matcher(milliseconds).matches()) {
      return of(milliseconds, ChronoUnit.MILLIS);
    }
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (DIGITS.matcher(value).matches()) {
      return of(value, ChronoUnit.SECONDS);
    }
    Instant server = date(headers.firstValue("Date").orElse("")).orElse(now);
    return date(value)
        .map(until -> Duration.between(server, until))
        .filter(wait -> !wait.isNegative())
        .map(RetryAfter::bounded)
        .orElse(null);
  }

  private static Duration of(String digits, ChronoUnit unit) {
    return digits.length() > 12 ? LONGEST : bounded(Duration.of(Long.parseLong(digits), unit));
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
