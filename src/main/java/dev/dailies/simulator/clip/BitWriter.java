package dev.dailies.simulator.clip;

import java.io.ByteArrayOutputStream;

/** Writes numbers of any width, as H.264 (ISO/IEC 14496-10, clauses 7.2 and 9.1) codes them. */
final class BitWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int filled;

  /** An unsigned number of so many bits, at most 32: {@code u(n)}. */
  BitWriter bits(int width, long value) {
    for (int bit = width - 1; bit >= 0; bit--) {
      bit((int) (value >>> bit) & 1);
    }
    return this;
  }

  /** An unsigned number in as many bits as it needs: {@code ue(v)}. */
  BitWriter unsigned(int value) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(value + 1);
    return bits(width - 1, 0).bits(width, value + 1L);
  }

  /** A signed number in as many bits as it needs: {@code se(v)}. */
  BitWriter signed(int value) {
    return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** Zeros up to the next whole byte. */
  BitWriter align() {
    while (filled != 0) {
      bit(0);
    }
    return this;
  }

  /** A whole byte, where {@link #align} has been called. */
  void alignedByte(int value) {
    bytes.write(value);
  }

  /** Ends the data with a one and zeros up to a whole byte. */
  byte[] finish() {
    bit(1);
    align();
    return bytes.toByteArray();
  }

  private void bit(int bit) {
    current = current << 1 | bit;
    if (++filled == 8) {
      bytes.write(current);
      filled = 0;
    }
  }
}
