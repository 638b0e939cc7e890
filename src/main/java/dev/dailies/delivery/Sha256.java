package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** A digest in the making. */
final class Sha256 {

  private static final int BUFFER = 256 * 1024;

  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  /** The digest of a file; a link is not followed. */
  static String of(Path file) throws IOException {
    Sha256 sha256 = new Sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
      while (channel.read(buffer.clear()) >= 0) {
        sha256.add(buffer.flip());
      }
    }
    return sha256.hex();
  }

  /** Takes in the remaining bytes of an array-backed buffer, and leaves its position alone. */
  void add(ByteBuffer bytes) {
    digest.update(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** 64 lower-case digits; ends the digest. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
