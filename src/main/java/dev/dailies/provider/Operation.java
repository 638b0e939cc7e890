package dev.dailies.provider;

import dev.dailies.media.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a shot asks a provider to do. */
public enum Operation {
  TEXT_TO_VIDEO,
  IMAGE_TO_VIDEO,
  VIDEO_TO_VIDEO,
  TEXT_TO_IMAGE,
  CHARACTER_PERFORMANCE,
  VIDEO_UPSCALE;

  /** True if a picture comes of it, not a clip. */
  public boolean makesPicture() {
    return this == TEXT_TO_IMAGE;
  }

  /** The kinds of file that its result may be; animated images count as videos. */
  public Set<MediaType> results() {
    Predicate<MediaType> wanted =
        makesPicture()
            ? type -> type.isImage() || type == MediaType.ZIP
            : type -> type.isVideo() || type == MediaType.GIF || type == MediaType.WEBP;
    return Arrays.stream(MediaType.values()).filter(wanted).collect(Collectors.toSet());
  }

  /** The name in manifests, reports and on the wire, as in {@code image_to_video}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds an operation by its {@link #label()}, whatever the case. */
  public static Optional<Operation> named(String label) {
    return Arrays.stream(values()).filter(o -> o.name().equalsIgnoreCase(label)).findFirst();
  }
}
