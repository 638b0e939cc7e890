package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Builds the outermost boxes of MP4 files, which is all that delivery looks at. */
final class Mp4 {

  private Mp4() {}

  /** A whole file whose media data is so many random bytes. */
  static byte[] clip(int mediaBytes) {
    return join(ftyp("isom"), box("moov", new byte[32]), box("mdat", random(mediaBytes)));
  }

  static byte[] ftyp(String brand) {
    return box("ftyp", (brand + "\0\0\0\0").getBytes(ISO_8859_1));
  }

  static byte[] box(String type, byte[] content) {
    return box(8 + content.length, type, content);
  }

  /** A box whose header claims any size. */
  static byte[] box(int size, String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(size)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  /** A box with a size of 64 bits. */
  static byte[] longBox(long size, String type, byte[] content) {
    return ByteBuffer.allocate(16 + content.length)
        .putInt(1)
        .put(type.getBytes(ISO_8859_1))
        .putLong(size)
        .put(content)
        .array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }
}
