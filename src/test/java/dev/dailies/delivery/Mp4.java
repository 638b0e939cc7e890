package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Builds MP4 files that hold no picture, but are whole as far as their boxes tell. */
public final class Mp4 {

  private Mp4() {}

  /** A whole file whose media data is so many random bytes. */
  public static byte[] clip(int mediaBytes) {
    byte[] type = ftyp("isom");
    int place = type.length + moov(0, 0).length + 8;
    return join(type, moov(place, mediaBytes), box("mdat", random(mediaBytes)));
  }

  /** An index of one track with one sample, at the given byte of the file. */
  public static byte[] moov(int place, int bytes) {
    return box("moov", track(box("stco", ints(0, 1, place)), bytes));
  }

  /**
   * A track with one sample.
   *
   * @param places a box {@code stco} or {@code co64}
   */
  public static byte[] track(byte[] places, int bytes) {
    byte[] runs = box("stsc", ints(0, 1, 1, 1, 1));
    byte[] sizes = box("stsz", ints(0, 0, 1, bytes));
    return trak(join(runs, sizes, places));
  }

  /** A track with such tables. */
  public static byte[] trak(byte[] tables) {
    return box("trak", box("mdia", box("minf", box("stbl", tables))));
  }

  public static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  public static byte[] ftyp(String brand) {
    return box("ftyp", (brand + "\0\0\0\0").getBytes(ISO_8859_1));
  }

  public static byte[] box(String type, byte[] content) {
    return box(8 + content.length, type, content);
  }

  /** A box whose header claims any size. */
  public static byte[] box(int size, String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(size)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  /** A box with a size of 64 bits. */
  public static byte[] longBox(long size, String type, byte[] content) {
    return ByteBuffer.allocate(16 + content.length)
        .putInt(1)
        .put(type.getBytes(ISO_8859_1))
        .putLong(size)
        .put(content)
        .array();
  }

  public static byte[] join(byte[]... parts) {
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
