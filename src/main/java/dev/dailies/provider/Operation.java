package dev.dailies.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a shot asks a provider to do. */
public enum Operation {
  TEXT_TO_VIDEO,
  IMAGE_TO_VIDEO,
  VIDEO_TO_VIDEO,
  TEXT_TO_IMAGE,
  CHARACTER_PERFORMANCE,
  VIDEO_UPSCALE;

  /** The name in manifests, reports and on the wire, as in {@code image_to_video}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds an operation by its {@link #label()}, whatever the case. */
  public static Optional<Operation> named(String label) {
    return Arrays.stream(values()).filter(o -> o.name().equalsIgnoreCase(label)).findFirst();
  }
}
