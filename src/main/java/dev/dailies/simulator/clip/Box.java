package dev.dailies.simulator.clip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The building block of an MP4 file (ISO/IEC 14496-12, clause 4.2): a size, a type, a content. */
final class Box {

  static final int HEADER_SIZE = 8;

  private Box() {}

  static byte[] of(String type, byte[]... content) {
    byte[] joined = join(content);
    return join(header(type, joined.length), joined);
  }

  /** A box whose content starts with four zeros: version 0 and no flags. */
  static byte[] full(String type, byte[]... content) {
    return of(type, new byte[4], join(content));
  }

  /** The start of a box with so many bytes of content. */
  static byte[] header(String type, long contentSize) {
    return join(int32(contentSize + HEADER_SIZE), type.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] int32(long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return buffer.array();
  }

  static byte[] int16(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(Short.BYTES * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  static byte[] int8(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
