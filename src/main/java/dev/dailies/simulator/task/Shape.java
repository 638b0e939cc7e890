package dev.dailies.simulator.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a picture in eight bits: a simulated one is small, and its shorter side is rounded
 * to four pixels.
 *
 * @param code the shorter side in units of four pixels, less one; 80 more if it stands upright
 */
public record Shape(int code) {

  /** What is made when nothing is asked for. */
  public static final Shape WIDE = Shape.of(1280, 720);

  static final int BITS = 8;

  /** One more than the largest code. */
  static final int CODES = 160;

  private static final int LONG_SIDE = 320;
  private static final int STEP = 4;
  private static final int UPRIGHT = LONG_SIDE / STEP;
  private static final Pattern RATIO = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

  /** The shape of a width and a height, both above 0. */
  public static Shape of(int width, int height) {
    int longer = Math.max(width, height);
    int shorter = Math.min(width, height);
    int steps = Math.max(1, Math.round((float) UPRIGHT * shorter / longer));
    return new Shape(steps - 1 + (height > width ? UPRIGHT : 0));
  }

  /** The shape of a ratio as in {@code 1280:720} or {@code 16:9}; empty if it is none. */
  public static Optional<Shape> of(String ratio) {
    Matcher sides = RATIO.matcher(ratio);
    if (!sides.matches() || ratio.startsWith("0:") || ratio.endsWith(":0")) {
      return Optional.empty();
    }
    return Optional.of(of(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2))));
  }

  /** In pixels, always even. */
  public int width() {
    return isUpright() ? shorter() : LONG_SIDE;
  }

  /** In pixels, always even. */
  public int height() {
    return isUpright() ? LONG_SIDE : shorter();
  }

  private boolean isUpright() {
    return code >= UPRIGHT;
  }

  private int shorter() {
    return (code % UPRIGHT + 1) * STEP;
  }
}
