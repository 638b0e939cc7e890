package dev.dailies.simulator.clip;

/**
 * The size of a scene as it is shown and as it is coded. The coded picture is larger: the camera
 * moves over it, and it is a whole number of 16-pixel blocks.
 */
record Frame(int width, int height) {

  /** How far the camera moves to the right, in pixels. */
  static final int PAN = 32;

  /** How far the camera moves down, in pixels. */
  static final int TILT = 16;

  static final int BLOCK = 16;

  int columns() {
    return (width + PAN + BLOCK - 1) / BLOCK;
  }

  int rows() {
    return (height + TILT + BLOCK - 1) / BLOCK;
  }

  int codedWidth() {
    return columns() * BLOCK;
  }

  int codedHeight() {
    return rows() * BLOCK;
  }
}
