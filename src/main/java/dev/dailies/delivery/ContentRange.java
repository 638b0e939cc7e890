package dev.dailies.delivery;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a file that an answer holds (RFC 9110, section 14.4).
 *
 * @param last the offset of the last byte, inclusive
 * @param total the length of the whole file
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

  /** True if these are all the bytes of the file. */
  boolean isWhole() {
    return first == 0 && last == total - 1;
  }

  /** True if these are exactly the bytes that the partial download lacks. */
  boolean completes(PartialDownload partial) {
    return first == partial.bytes() && last == total - 1 && partial.total().orElse(total) == total;
  }
}
