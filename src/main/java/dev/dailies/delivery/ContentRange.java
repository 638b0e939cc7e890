package dev.dailies.delivery;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file an answer holds (RFC 9110, section 14.4).
 *
 * @param last the number of the last byte, itself included
 * @param total how long the whole file is
 */
record ContentRange(long first, long last, long total) {

  private static final Pattern FORM =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

  /** Empty where the header is missing, not of this form, or says less than this. */
  static Optional<ContentRange> of(HttpHeaders headers) {
    Matcher form = FORM.matcher(headers.firstValue("Content-Range").orElse(""));
    return form.matches()
        ? Optional.of(new ContentRange(number(form, 1), number(form, 2), number(form, 3)))
        : Optional.empty();
  }

  private static long number(Matcher form, int group) {
    return Long.parseLong(form.group(group));
  }

  /** True if it is all that is missing of the half. */
  boolean completes(PartialDownload half) {
    return first == half.bytes() && last == total - 1 && half.total().orElse(total) == total;
  }
}
