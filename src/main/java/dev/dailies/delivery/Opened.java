package dev.dailies.delivery;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What came of asking for a link. */
sealed interface Opened {

  /**
   * A file is on its way.
   *
   * @param start the number of its first byte that comes: 0, unless a half is gone on with
   * @param total the length of the whole file, if the server says
   * @param validator as in {@link PartialDownload}; null if half of it could not be gone on with
   * @param place as in {@link PartialDownload}
   */
  record Streaming(
      Body body, long start, OptionalLong total, @Nullable String validator, String place)
      implements Opened {}

  /** The file is elsewhere. */
  record Moved(String location) implements Opened {}

  /** What comes does not fit the half that is here. */
  record RangeMismatch() implements Opened {}

  /** There is nothing to read. */
  record Refused(Fetched why) implements Opened {}
}
