package dev.dailies.media;

import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file written out in place of its address, as in {@code data:image/png;base64,…} (RFC 2397).
 *
 * @param mediaType as it says itself, as in {@code image/png}
 * @param text the whole of it
 */
public record DataUri(String mediaType, String text) {

  private static final String SCHEME = "data:";

  /** Possessive, since a URI may be longer than a regular expression could go back. */
  private static final Pattern FORM =
      Pattern.compile("data:([a-z]+/[A-Za-z0-9.+-]++);base64,([A-Za-z0-9+/]++={0,2})");

  /** Parses a data URI; empty if the text is none, or not in base 64. */
  public static Optional<DataUri> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return text.startsWith(SCHEME)
            && matcher.matches()
            && (matcher.end(2) - matcher.start(2)) % 4 == 0
        ? Optional.of(new DataUri(matcher.group(1), text))
        : Optional.empty();
  }

  /** Writes a file out. */
  public static DataUri of(MediaType type, byte[] content) {
    return new DataUri(type.mediaName(), head(type) + Base64.getEncoder().encodeToString(content));
  }

  /** What a file that is written out begins with, up to its first byte. */
  public static String head(MediaType type) {
    return SCHEME + type.mediaName() + ";base64,";
  }

  /** How long a file is, written out: four characters for every three bytes begun. */
  public static long length(MediaType type, long bytes) {
    return head(type).length() + encoded(bytes);
  }

  private static long encoded(long bytes) {
    return (bytes + 2) / 3 * 4;
  }

  /** The file itself, decoded while it is read. */
  public InputStream content() {
    return Base64.getDecoder().wrap(new Characters(text, start()));
  }

  /** How large the file is. */
  public long bytes() {
    long padding = text.chars().skip(Math.max(0, text.length() - 2)).filter(c -> c == '=').count();
    return (text.length() - start()) / 4 * 3L - padding;
  }

  private int start() {
    return text.indexOf(',') + 1;
  }

  /** Puts the kind and the size of every data URI of a text in its place, for people. */
  public static String shortenAll(String text) {
    return text.contains(SCHEME)
        ? FORM.matcher(text)
            .replaceAll(found -> shortened(found.group(1), found.end(2) - found.start(2)))
        : text;
  }

  /** The same for a file that is not written out yet. */
  public static String shortened(MediaType type, long bytes) {
    return shortened(type.mediaName(), encoded(bytes));
  }

  private static String shortened(String mediaType, long characters) {
    return "data:%s (%d bytes)".formatted(mediaType, characters * 3 / 4);
  }

  /** Its kind and size, without the bytes. */
  @Override
  public String toString() {
    return shortenAll(text);
  }

  /** The characters of a text, all of them ASCII, which is not copied. */
  private static final class Characters extends InputStream {

    private final String text;
    private int position;

    Characters(String text, int start) {
      this.text = text;
      this.position = start;
    }

    @Override
    public int read() {
      return position < text.length() ? text.charAt(position++) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = Math.min(length, text.length() - position);
      for (int i = 0; i < count; i++) {
        into[offset + i] = (byte) text.charAt(position++);
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
