package dev.dailies.media;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** How large a picture is, as its file says near its beginning. */
final class PictureSize {

  private static final int WEBP_EXTENDED = 0x58385056; // "VP8X", from the last letter to the first
  private static final int WEBP_LOSSLESS = 0x4c385056; // "VP8L"
  private static final int WEBP_LOSSY = 0x20385056; // "VP8 "
  private static final int FOURTEEN_BITS = 0x3fff;

  private PictureSize() {}

  /** Nothing of kinds that are no pictures. */
  static MediaFacts of(MediaType type, FileChannel file) throws IOException {
    return switch (type) {
      case PNG -> png(read(file, 0, 24, BIG_ENDIAN));
      case GIF -> gif(read(file, 0, 10, LITTLE_ENDIAN));
      case WEBP -> webp(read(file, 0, 30, LITTLE_ENDIAN));
      case JPEG -> jpeg(file);
      default -> MediaFacts.NONE;
    };
  }

  /** The header chunk is always the first (ISO/IEC 15948, 11.2.2). */
  private static MediaFacts png(ByteBuffer head) {
    return MediaFacts.picture(head.getInt(16), head.getInt(20));
  }

  private static MediaFacts gif(ByteBuffer head) {
    return MediaFacts.picture(
        Short.toUnsignedInt(head.getShort(6)), Short.toUnsignedInt(head.getShort(8)));
  }

  /** Three forms, told by the first chunk (RFC 9649). */
  private static MediaFacts webp(ByteBuffer head) {
    return switch (head.getInt(12)) {
      case WEBP_EXTENDED ->
          MediaFacts.picture(
              (head.getInt(24) & 0xffffff) + 1, (head.getInt(26) >>> 8 & 0xffffff) + 1);
      case WEBP_LOSSLESS ->
          MediaFacts.picture(
              (head.getInt(21) & FOURTEEN_BITS) + 1, (head.getInt(21) >>> 14 & FOURTEEN_BITS) + 1);
      case WEBP_LOSSY ->
          MediaFacts.picture(head.getShort(26) & FOURTEEN_BITS, head.getShort(28) & FOURTEEN_BITS);
      default -> MediaFacts.NONE;
    };
  }

  /** Goes from segment to segment until one begins a frame (ITU-T T.81, B.2.2). */
  private static MediaFacts jpeg(FileChannel file) throws IOException {
    for (long position = 2; position < file.size(); ) {
      ByteBuffer segment = read(file, position, 9, BIG_ENDIAN);
      int marker = Byte.toUnsignedInt(segment.get(1));
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return MediaFacts.picture(
            Short.toUnsignedInt(segment.getShort(7)), Short.toUnsignedInt(segment.getShort(5)));
      }
      position += 2 + Math.max(2, Short.toUnsignedInt(segment.getShort(2)));
    }
    return MediaFacts.NONE;
  }

  private static ByteBuffer read(FileChannel file, long position, int count, ByteOrder order)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
    while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {}
    return bytes.flip();
  }
}
