package dev.dailies.simulator.http;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a clip that a request asks for, as RFC 9110 has it: one range only.
 *
 * @param first the first byte
 * @param last the last byte, itself included
 */
public record ByteRange(long first, long last) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** The range that is asked for; empty if it is the whole clip, or nothing that is understood. */
  public static Optional<ByteRange> asked(Headers headers, String etag, long length) {
    String condition = headers.getFirst("If-Range");
    if (condition != null && !condition.equals(etag)) {
      return Optional.empty();
    }
    return parse(headers.getFirst("Range"), length);
  }

  /** True if the clip has no such part. */
  public boolean isEmpty() {
    return first > last;
  }

  public long count() {
    return last - first + 1;
  }

  private static Optional<ByteRange> parse(@Nullable String header, long length) {
    Matcher range = FORM.matcher(header == null ? "" : header);
    if (!range.matches() || range.group().equals("bytes=-")) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long suffix = Long.parseLong(range.group(2));
      return Optional.of(new ByteRange(Math.max(0, length - suffix), length - 1));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    return last < first
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
  }
}
