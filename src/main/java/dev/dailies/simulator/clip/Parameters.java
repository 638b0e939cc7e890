package dev.dailies.simulator.clip;

/**
 * The two parameter sets of a stream (ISO/IEC 14496-10, clauses 7.3.2.1 and 7.3.2.2): constrained
 * baseline profile, which everything plays, at level 3.
 */
final class Parameters {

  static final int PROFILE = 66;
  static final int CONSTRAINTS = 0xC0;
  static final int LEVEL = 30;

  /** The width of {@code frame_num}. */
  static final int NUMBER_BITS = 4;

  /** The width of {@code pic_order_cnt_lsb}; two per picture, so enough for twenty seconds. */
  static final int ORDER_BITS = 10;

  /** Tells a slice to do without the deblocking filter. */
  static final int NO_FILTER = 1;

  private Parameters() {}

  static byte[] sequence(Frame frame) {
    BitWriter bits = new BitWriter();
    bits.bits(8, PROFILE).bits(8, CONSTRAINTS).bits(8, LEVEL).unsigned(0);
    bits.unsigned(NUMBER_BITS - 4);
    bits.unsigned(0).unsigned(ORDER_BITS - 4);
    int referencePictures = 1;
    bits.unsigned(referencePictures).bits(1, 0);
    bits.unsigned(frame.columns() - 1).unsigned(frame.rows() - 1);
    boolean wholeFrames = true;
    bits.bits(1, wholeFrames ? 1 : 0).bits(1, 1);
    cropping(bits, frame);
    usability(bits);
    return NalUnit.of(NalUnit.SEQUENCE_PARAMETERS, bits.finish());
  }

  static byte[] picture() {
    BitWriter bits = new BitWriter();
    bits.unsigned(0).unsigned(0).bits(1, 0).bits(1, 0).unsigned(0);
    bits.unsigned(0).unsigned(0).bits(1, 0).bits(2, 0);
    bits.signed(0).signed(0).signed(0);
    boolean slicesSwitchFilter = true;
    bits.bits(1, slicesSwitchFilter ? 1 : 0).bits(1, 0).bits(1, 0);
    return NalUnit.of(NalUnit.PICTURE_PARAMETERS, bits.finish());
  }

  /** Cut off at the right and below only, which every player does; counted in units of two. */
  private static void cropping(BitWriter bits, Frame frame) {
    int right = (frame.codedWidth() - frame.width()) / 2;
    int bottom = (frame.codedHeight() - frame.height()) / 2;
    bits.bits(1, 1).unsigned(0).unsigned(right).unsigned(0).unsigned(bottom);
  }

  /** Says that pictures are shown in the order in which they come, so that no player waits. */
  private static void usability(BitWriter bits) {
    bits.bits(1, 1);
    int aspectToTimingToBuffers = 0;
    bits.bits(8, aspectToTimingToBuffers);
    bits.bits(1, 1).bits(1, 1).unsigned(0).unsigned(0).unsigned(10).unsigned(10);
    bits.unsigned(0).unsigned(1);
  }
}
