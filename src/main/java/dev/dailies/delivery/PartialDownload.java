package dev.dailies.delivery;

import java.util.OptionalLong;

/**
 * What is here of a file whose download broke, and how its server would tell that it is still the
 * same file.
 *
 * @param bytes how much of it lies in the part
 * @param total how long the whole file is, if the server said
 * @param validator a strong {@code ETag}, or a {@code Last-Modified} that is as good (RFC 9110,
 *     section 13.1.5)
 * @param place where it came from, without the query that a fresh link would change
 */
record PartialDownload(long bytes, OptionalLong total, String validator, String place) {

  /** What to ask for, as in {@code bytes=1000-}. */
  String range() {
    return "bytes=" + bytes + "-";
  }
}
