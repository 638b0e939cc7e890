package dev.dailies.media;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that a media file states about itself.
 *
 * @param seconds how long it plays; null for a still, or if it does not say
 * @param width in pixels, as it is shown; null if it does not say, or has no picture
 * @param height like the width
 * @param codecs of its tracks, by the four characters of ISO/IEC 14496-12, as in {@code avc1};
 *     empty for other kinds of file
 */
public record MediaFacts(
    @Nullable BigDecimal seconds,
    @Nullable Integer width,
    @Nullable Integer height,
    List<String> codecs) {

  /** Nothing is known. */
  public static final MediaFacts NONE = new MediaFacts(null, null, null, List.of());

  /** A picture of so many pixels. */
  public static MediaFacts picture(int width, int height) {
    return new MediaFacts(null, width, height, List.of());
  }
}
