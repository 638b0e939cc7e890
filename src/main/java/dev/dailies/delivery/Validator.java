package dev.dailies.delivery;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Proves that a file is byte for byte the same (RFC 9110, section 8.8). */
final class Validator {

  /** A date is to the second: what changed just now may change again within it. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private Validator() {}

  /** Empty where no download should be resumed by it. */
  static Optional<String> of(HttpHeaders headers) {
    if (headers.firstValue("Content-Encoding").isPresent()) {
      return Optional.empty();
    }
    Optional<String> tag = headers.firstValue("ETag");
    return tag.isPresent() ? tag.filter(Validator::isStrong) : settledDate(headers);
  }

  /** A weak one begins with {@code W/}. */
  private static boolean isStrong(String tag) {
    return tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
  }

  private static Optional<String> settledDate(HttpHeaders headers) {
    Optional<String> changed = headers.firstValue("Last-Modified");
    Optional<Instant> changedAt = changed.flatMap(Validator::instant);
    Optional<Instant> now = headers.firstValue("Date").flatMap(Validator::instant);
    boolean settled =
        changedAt.isPresent()
            && now.isPresent()
            && !now.get().isBefore(changedAt.get().plus(SETTLED));
    return settled ? changed : Optional.empty();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException garbage) {
      return Optional.empty();
    }
  }
}
