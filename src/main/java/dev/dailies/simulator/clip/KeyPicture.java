package dev.dailies.simulator.clip;

/**
 * The first picture of a stream, coded without any compression as {@code I_PCM} blocks (ISO/IEC
 * 14496-10, clause 7.3.5): large, but without a table in sight.
 */
final class KeyPicture {

  private static final int I_PCM = 25;
  private static final int I_SLICE = 7;

  private KeyPicture() {}

  static byte[] of(Frame frame, Landscape landscape) {
    BitWriter bits = new BitWriter();
    header(bits);
    for (int row = 0; row < frame.rows(); row++) {
      for (int column = 0; column < frame.columns(); column++) {
        bits.unsigned(I_PCM).align();
        block(bits, landscape, column * Frame.BLOCK, row * Frame.BLOCK);
      }
    }
    return NalUnit.of(NalUnit.KEY_PICTURE, bits.finish());
  }

  private static void header(BitWriter bits) {
    int number = 0;
    int order = 0;
    bits.unsigned(0).unsigned(I_SLICE).unsigned(0);
    bits.bits(Parameters.NUMBER_BITS, number).unsigned(0).bits(Parameters.ORDER_BITS, order);
    bits.bits(2, 0).signed(0).unsigned(Parameters.NO_FILTER);
  }

  /** All luma, then the two chroma planes at half the size both ways. */
  private static void block(BitWriter bits, Landscape landscape, int left, int top) {
    Tint[] quarter = new Tint[Frame.BLOCK * Frame.BLOCK / 4];
    for (int y = 0; y < Frame.BLOCK; y++) {
      for (int x = 0; x < Frame.BLOCK; x++) {
        Tint tint = landscape.at(left + x, top + y);
        bits.alignedByte((int) Math.round(tint.luma()));
        quarter[y / 2 * (Frame.BLOCK / 2) + x / 2] = tint;
      }
    }
    for (Tint tint : quarter) {
      bits.alignedByte((int) Math.round(tint.blue()));
    }
    for (Tint tint : quarter) {
      bits.alignedByte((int) Math.round(tint.red()));
    }
  }
}
