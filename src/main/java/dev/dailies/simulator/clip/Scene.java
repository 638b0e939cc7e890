package dev.dailies.simulator.clip;

/**
 * What a clip shows. Equal scenes look the same.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param look which of the {@link #LOOKS} landscapes
 */
public record Scene(int width, int height, int seconds, int look) {

  /** How many landscapes there are. */
  public static final int LOOKS = 16;
}
