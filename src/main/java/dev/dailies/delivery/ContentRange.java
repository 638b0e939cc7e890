package dev.dailies.delivery;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file that an answer holds (RFC 9110, section 14.4).
 *
 * @param last the offset of the last byte, inclusive
 * @param total the length of the whole file; empty if it is not said
 */
record ContentRange(long first, long last, OptionalLong total) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*bytes[ =]\\s*(\\d{1,18})\\s*-\\s*(\\d{1,18})\\s*(?:/\\s*(\\d{1,18}|\\*))?\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Empty where the header is missing, or not of this form. */
  static Optional<ContentRange> of(HttpHeaders headers) {
    Matcher form = FORM.matcher(headers.firstValue("Content-Range").orElse(""));
    return form.matches()
        ? Optional.of(new ContentRange(number(form, 1), number(form, 2), total(form.group(3))))
        : Optional.empty();
  }

  private static long number(Matcher form, int group) {
    return Long.parseLong(form.group(group));
  }

  private static OptionalLong total(@Nullable String digits) {
    return digits == null || digits.equals("*")
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(digits));
  }

  /** True if these are all the bytes of the file. */
  boolean isWhole() {
    return mayBeWhole() && total.isPresent();
  }

  /** True if these are the first bytes, and nothing says that there are more. */
  boolean mayBeWhole() {
    return first == 0 && last == total.orElse(last + 1) - 1;
  }

  /** True if these are exactly the bytes that the partial download lacks. */
  boolean completes(PartialDownload partial) {
    return total.isPresent()
        && first == partial.bytes()
        && last == total.getAsLong() - 1
        && partial.total().orElse(total.getAsLong()) == total.getAsLong();
  }
}
