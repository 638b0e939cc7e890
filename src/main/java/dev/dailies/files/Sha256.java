package dev.dailies.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A SHA-256 digest in the making. */
public final class Sha256 {

  private static final int BUFFER = 256 * 1024;

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has SHA-256", impossible);
    }
  }

  /**
   * The digest of a file.
   *
   * @param options beside reading, as in {@code NOFOLLOW_LINKS}
   */
  public static String of(Path file, OpenOption... options) throws IOException {
    Set<OpenOption> all = new HashSet<>(List.of(options));
    all.add(READ);
    try (FileChannel channel = FileChannel.open(file, all)) {
      return of(channel);
    }
  }

  /** The digest of all that comes; leaves closing to the caller. */
  public static String of(ReadableByteChannel channel) throws IOException {
    Sha256 sha256 = new Sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (channel.read(buffer.clear()) >= 0) {
      sha256.add(buffer.flip());
    }
    return sha256.hex();
  }

  /** The digest of a text in UTF-8. */
  public static String of(String text) {
    return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The 32 bytes of the digest of what is at hand. */
  public static byte[] digest(byte[] content) {
    return new Sha256().digest.digest(content);
  }

  /** Takes in the remaining bytes of an array-backed buffer, and leaves its position alone. */
  public void add(ByteBuffer bytes) {
    digest.update(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  /** 64 lower-case digits; ends the digest. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
