package dev.dailies.simulator.task;

/**
 * What a task makes of what. The order of the constants is part of every ticket: add at the end.
 */
public enum Operation {
  IMAGE_TO_VIDEO,
  VIDEO_TO_VIDEO,
  TEXT_TO_VIDEO,
  TEXT_TO_IMAGE,
  CHARACTER_PERFORMANCE,
  VIDEO_UPSCALE;

  /** True if a picture comes of it, not a clip. */
  public boolean makesPicture() {
    return this == TEXT_TO_IMAGE;
  }
}
