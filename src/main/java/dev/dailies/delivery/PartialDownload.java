package dev.dailies.delivery;

import java.util.OptionalLong;

/**
 * A download that broke and can be resumed, with what proves that the server still has the same
 * file.
 *
 * @param bytes how many bytes are in the part
 * @param total the length of the whole file, if the server said
 * @param validator a strong {@code ETag}, or a {@code Last-Modified} that is as good (RFC 9110,
 *     section 13.1.5)
 * @param place the URL that it came from, without the query that a fresh link would change
 */
record PartialDownload(long bytes, OptionalLong total, String validator, String place) {

  /** The header {@code Range} for the missing bytes, as in {@code bytes=1000-}. */
  String range() {
    return "bytes=" + bytes + "-";
  }
}
