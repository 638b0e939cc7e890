package dev.dailies.provider.comfyui.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture's size in pixels. */
record Size(int width, int height) {

  /** Below it the numbers of a ratio are its terms, as in 16:9, and not pixels. */
  private static final int SMALLEST = 64;

  /** Video models work on blocks of 16 pixels. */
  private static final int BLOCK = 16;

  /**
   * Reads the manifest's ratio: pixels as they are, terms as a size with about as many pixels as
   * the usual one.
   *
   * @param usual null if nothing is usual
   * @return empty if the ratio has only terms and nothing is usual
   */
  static Optional<Size> of(String ratio, @Nullable Size usual) {
    int colon = ratio.indexOf(':');
    int width = Integer.parseInt(ratio.substring(0, colon));
    int height = Integer.parseInt(ratio.substring(colon + 1));
    if (width >= SMALLEST && height >= SMALLEST) {
      return Optional.of(new Size(width, height));
    }
    return Optional.ofNullable(usual).map(size -> size.inTheRatio((double) width / height));
  }

  private Size inTheRatio(double ratio) {
    double pixels = (double) width * height;
    return new Size(blocks(Math.sqrt(pixels * ratio)), blocks(Math.sqrt(pixels / ratio)));
  }

  private static int blocks(double length) {
    return (int) Math.max(1, Math.round(length / BLOCK)) * BLOCK;
  }
}
