package dev.dailies.simulator.clip;

import java.io.ByteArrayOutputStream;

/** Wraps data into the units of an H.264 stream (ISO/IEC 14496-10, clause 7.3.1). */
final class NalUnit {

  /** The first byte of a unit: two bits of importance, five of type. */
  static final int SEQUENCE_PARAMETERS = 0x67;

  static final int PICTURE_PARAMETERS = 0x68;
  static final int KEY_PICTURE = 0x65;

  /** A picture that no other is made from. */
  static final int LEAF_PICTURE = 0x01;

  private NalUnit() {}

  /** After two zeros, a byte up to 3 could be taken for a mark of the stream: a 3 goes between. */
  static byte[] of(int header, byte[] data) {
    ByteArrayOutputStream unit = new ByteArrayOutputStream(data.length + 16);
    unit.write(header);
    int zeros = 0;
    for (byte next : data) {
      if (zeros == 2 && (next & 0xFF) <= 3) {
        unit.write(3);
        zeros = 0;
      }
      unit.write(next);
      zeros = next == 0 ? zeros + 1 : 0;
    }
    return unit.toByteArray();
  }
}
