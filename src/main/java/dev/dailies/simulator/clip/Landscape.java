package dev.dailies.simulator.clip;

/** A sun over three ranges of hills, in two colours. */
final class Landscape {

  private static final int RANGES = 3;

  private final double[][] crests;
  private final Tint[] hills = new Tint[RANGES];
  private final Tint zenith;
  private final Tint horizon;
  private final Tint sun;
  private final double sunX;
  private final double sunY;
  private final double sunRadius;
  private final int height;

  /**
   * @param look which landscape, from 0
   */
  Landscape(int width, int height, int look) {
    double hue = 360.0 * look / Scene.LOOKS;
    double side = Math.min(width, height);
    this.height = height;
    zenith = Tint.of(hue, 0.35, 0.6);
    horizon = Tint.of(hue + 110, 0.85, 0.35);
    sun = Tint.of(hue + 130, 0.97, 0.2);
    sunX = width * (0.25 + 0.5 * ((look * 7) % Scene.LOOKS) / Scene.LOOKS);
    sunY = height * (0.25 + 0.2 * ((look * 3) % Scene.LOOKS) / Scene.LOOKS);
    sunRadius = side * 0.13;
    crests = new double[RANGES][width];
    for (int range = 0; range < RANGES; range++) {
      hills[range] = Tint.of(hue + 150 + 30 * range, 0.5 - 0.17 * range, 0.5);
      crest(crests[range], range, look, side);
    }
  }

  /** The colour of the pixel at so many pixels from the left and from the top. */
  Tint at(int x, int y) {
    Tint tint = zenith.under(horizon, (double) y / height);
    tint = tint.under(sun, clamp(sunRadius - distance(x - sunX, y - sunY)));
    for (int range = 0; range < RANGES; range++) {
      tint = tint.under(hills[range], clamp(y - crests[range][x]));
    }
    return tint;
  }

  private void crest(double[] crest, int range, int look, double side) {
    double base = height * (0.55 + 0.15 * range);
    double wave = side * (0.9 - 0.2 * range);
    double phase = look * 1.7 + range * 2.1;
    for (int x = 0; x < crest.length; x++) {
      double angle = 2 * StrictMath.PI * x / wave + phase;
      crest[x] = base + side * 0.06 * (StrictMath.sin(angle) + 0.5 * StrictMath.sin(2.3 * angle));
    }
  }

  private static double distance(double across, double down) {
    return Math.sqrt(across * across + down * down);
  }

  /** How much of a pixel lies within an edge that is so many pixels away: softens the edge. */
  private static double clamp(double distance) {
    return Math.max(0, Math.min(1, distance + 0.5));
  }
}
