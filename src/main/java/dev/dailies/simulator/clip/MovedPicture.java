package dev.dailies.simulator.clip;

/**
 * A picture that shows the key picture from another place: every block is the key picture's, moved
 * by the same way (ISO/IEC 14496-10, clauses 7.3.4 and 8.4.1). Some forty bytes.
 */
final class MovedPicture {

  private static final int P_SLICE = 5;
  private static final int P_L0_16X16 = 0;

  private final Frame frame;
  private final BitWriter bits = new BitWriter();
  private int skipped;

  private MovedPicture(Frame frame) {
    this.frame = frame;
  }

  /**
   * @param index how many pictures come before
   * @param right how far the camera has moved, in quarters of a pixel
   * @param down likewise
   */
  static byte[] of(Frame frame, int index, int right, int down) {
    MovedPicture picture = new MovedPicture(frame);
    picture.header(index);
    picture.blocks(right, down);
    return NalUnit.of(NalUnit.LEAF_PICTURE, picture.bits.finish());
  }

  private void header(int index) {
    // The number after the key picture's: leaf pictures do not count.
    int number = 1;
    bits.unsigned(0).unsigned(P_SLICE).unsigned(0);
    bits.bits(Parameters.NUMBER_BITS, number).bits(Parameters.ORDER_BITS, 2L * index);
    bits.bits(2, 0).signed(0).unsigned(Parameters.NO_FILTER);
  }

  /**
   * A way is told as its difference from the neighbours' ways, so only the first block tells it. A
   * skipped block takes the neighbours' way too, but only where it has one above and one to the
   * left.
   */
  private void blocks(int right, int down) {
    block(right, down);
    for (int index = 1; index < frame.columns() * frame.rows(); index++) {
      if (index < frame.columns() || index % frame.columns() == 0) {
        block(0, 0);
      } else {
        skipped++;
      }
    }
    bits.unsigned(skipped);
  }

  private void block(int moreRight, int moreDown) {
    int nothingLeftOver = 0;
    bits.unsigned(skipped).unsigned(P_L0_16X16);
    bits.signed(moreRight).signed(moreDown).unsigned(nothingLeftOver);
    skipped = 0;
  }
}
