package dev.dailies.simulator.clip;

/** A colour as video keeps it: luma and two chroma values, in the limited range of BT.601. */
record Tint(double luma, double blue, double red) {

  /**
   * A colour by hue.
   *
   * @param hue in degrees
   * @param light 0 to 1
   * @param strength 0 (grey) to 1
   */
  static Tint of(double hue, double light, double strength) {
    // Not Math: its last bit may differ between machines, and then so would the clips.
    double angle = StrictMath.toRadians(hue);
    double reach = 90 * strength;
    return new Tint(
        16 + 219 * light, 128 + reach * StrictMath.cos(angle), 128 + reach * StrictMath.sin(angle));
  }

  /** This colour with a share of another one over it. */
  Tint under(Tint other, double share) {
    if (share == 0) {
      return this;
    }
    return new Tint(
        mix(luma, other.luma, share), mix(blue, other.blue, share), mix(red, other.red, share));
  }

  /** The same colour as screens have it: red, green and blue in eight bits each. */
  int rgb() {
    double light = 1.164 * (luma - 16);
    int r = eightBits(light + 1.596 * (red - 128));
    int g = eightBits(light - 0.392 * (blue - 128) - 0.813 * (red - 128));
    int b = eightBits(light + 2.017 * (blue - 128));
    return r << 16 | g << 8 | b;
  }

  private static int eightBits(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static double mix(double below, double above, double share) {
    return below + (above - below) * share;
  }
}
