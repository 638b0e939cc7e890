package dev.dailies.provider.comfyui;

import dev.dailies.provider.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a file by what is in it, so that the same one is never stored twice. */
final class ContentName {

  private static final int PIECE = 1 << 16;

  private ContentName() {}

  /** As in {@code <sha256>.png}. Reads the stream to its end. */
  static String of(InputStream content, MediaType type) throws IOException {
    try (var digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      byte[] piece = new byte[PIECE];
      while (digest.read(piece) >= 0) {}
      return HexFormat.of().formatHex(digest.getMessageDigest().digest()) + "." + type.extension();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
