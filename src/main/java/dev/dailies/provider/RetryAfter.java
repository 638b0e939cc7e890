package dev.dailies.provider;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer asks to wait: its header {@code Retry-After}, as RFC 9110 §10.2.3 has it. */
public final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final Duration LONGEST = Duration.ofDays(366);

  private RetryAfter() {}

  /**
   * Reads seconds or an HTTP date; null if the header is absent, negative, past, or no such thing.
   *
   * @param now our own time, which counts only if the answer does not tell its own: then a wrong
   *     clock on either side does no harm
   */
  public static @Nullable Duration of(HttpHeaders headers, Instant now) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (SECONDS.matcher(value).matches()) {
      return seconds(value);
    }
    Instant server = date(headers.firstValue("Date").orElse("")).orElse(now);
    return date(value)
        .map(until -> Duration.between(server, until))
        .filter(wait -> !wait.isNegative())
        .map(RetryAfter::bounded)
        .orElse(null);
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(digits)));
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
