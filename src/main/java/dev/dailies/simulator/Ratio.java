package dev.dailies.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The picture sizes that the routes know. Their order is part of every ticket: add at the end. */
enum Ratio {
  WIDE_720(1280, 720),
  TALL_720(720, 1280),
  WIDE_832(1104, 832),
  TALL_832(832, 1104),
  SQUARE(960, 960),
  CINEMA(1584, 672),
  WIDE_768(1280, 768),
  TALL_768(768, 1280),
  WIDE_480(848, 480),
  SMALL_480(640, 480);

  /** The longer side of a clip, in pixels: a simulated clip is a small one. */
  private static final int LONG_SIDE = 320;

  private final int width;
  private final int height;

  Ratio(int width, int height) {
    this.width = width;
    this.height = height;
  }

  static Optional<Ratio> of(String text) {
    return Arrays.stream(values()).filter(ratio -> ratio.toString().equals(text)).findFirst();
  }

  /** The width of a clip in pixels, always even. */
  int clipWidth() {
    return scaled(width);
  }

  /** The height of a clip in pixels, always even. */
  int clipHeight() {
    return scaled(height);
  }

  private int scaled(int side) {
    return 2 * Math.round(side * (LONG_SIDE / 2f) / Math.max(width, height));
  }

  @Override
  public String toString() {
    return width + ":" + height;
  }
}
