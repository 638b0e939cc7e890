package dev.dailies.simulator.task;

/**
 * A least size of a clip in eleven bits, the way a floating-point number keeps it: rounded up by at
 * most one in 64.
 *
 * @param code five bits of exponent, six bits of mantissa; 0 means 64 bytes, which every clip has
 */
public record SizeClass(int code) {

  static final int BITS = 11;

  private static final int MANTISSA_BITS = 6;
  private static final int ONE = 1 << MANTISSA_BITS;

  /** The smallest class that holds so many bytes. */
  static SizeClass atLeast(long bytes) {
    int exponent = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(bytes) - MANTISSA_BITS - 1);
    long mantissa = Math.max(ONE, (bytes + (1L << exponent) - 1) >>> exponent);
    return new SizeClass((exponent << MANTISSA_BITS) + (int) mantissa - ONE);
  }

  public long bytes() {
    return (long) (ONE + code % ONE) << (code >> MANTISSA_BITS);
  }
}
