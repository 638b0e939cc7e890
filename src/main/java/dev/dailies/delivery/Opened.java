package dev.dailies.delivery;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a server answered a request for a file. */
sealed interface Opened {

  /**
   * The server sends a file, or the rest of one.
   *
   * @param start the offset of the first byte that comes: 0, unless a download is resumed
   * @param total the length of the whole file, if the server says
   * @param hasAnEnd true if the body's end can be told from a connection that broke, and is the
   *     file's
   * @param validator as in {@link PartialDownload}; null if the download could not be resumed
   * @param place as in {@link PartialDownload}
   */
  record Streaming(
      Body body,
      long start,
      OptionalLong total,
      boolean hasAnEnd,
      @Nullable String validator,
      String place)
      implements Opened {}

  /** The file is elsewhere. */
  record Moved(String location) implements Opened {}

  /** The bytes that the server offers do not complete the part. */
  record RangeMismatch() implements Opened {}

  /** The server sends no file. */
  record Refused(Downloaded why) implements Opened {}
}
