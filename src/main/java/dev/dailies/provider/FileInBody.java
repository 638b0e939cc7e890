package dev.dailies.provider;

import dev.dailies.files.Sha256;
import dev.dailies.media.DataUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

/**
 * A file of this machine that is written out in a request, as a data URI, while it is sent: a video
 * need not fit into memory.
 *
 * @param mark stands for it in the body; no row can hold it
 * @param digest the SHA-256 in hex of what will be sent, and of nothing else
 */
public record FileInBody(String mark, Input.LocalFile file, String digest) {

  /**
   * Reads the file once.
   *
   * @throws UncheckedIOException if it is no longer there
   */
  public static FileInBody of(Input.LocalFile file) {
    try {
      return new FileInBody("file-" + UUID.randomUUID(), file, Sha256.of(file.path()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file.name(), unreadable);
    }
  }

  /** False if it is gone, or is no longer what the request was prepared with. */
  public boolean isAsItWas() {
    try {
      return Files.size(file.path()) == file.bytes() && digest.equals(Sha256.of(file.path()));
    } catch (IOException gone) {
      return false;
    }
  }

  String forTheRecord() {
    return DataUri.shortened(file.type(), file.bytes());
  }
}
