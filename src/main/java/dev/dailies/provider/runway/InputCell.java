package dev.dailies.provider.runway;

import static dev.dailies.media.MediaType.JPEG;
import static dev.dailies.media.MediaType.PNG;
import static dev.dailies.media.MediaType.WEBP;

import dev.dailies.media.MediaType;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cell that names an image or a video, and what Runway documents for its column: the types, and
 * the longest data URI. {@link InputRules} judges by these.
 *
 * @param text as the manifest gives it
 */
record InputCell(String column, String text) {

  private static final int INLINE_IMAGE = 5_242_880;
  private static final int INLINE_VIDEO = 16_777_216;
  private static final List<MediaType> IMAGES = List.of(JPEG, PNG, WEBP);

  /** Those of a row, in the order of its columns. */
  static List<InputCell> of(Shot shot) {
    return Stream.of(
            Stream.ofNullable(shot.image()).map(text -> new InputCell("image", text)),
            Stream.ofNullable(shot.video()).map(text -> new InputCell("video", text)),
            shot.references().stream().map(text -> new InputCell("references", text)))
        .flatMap(cells -> cells)
        .toList();
  }

  private boolean isVideo() {
    return column.equals("video");
  }

  /** True if Runway takes such a file here, by its page "Inputs". It takes no GIF. */
  boolean takes(@Nullable MediaType type) {
    return type != null && (isVideo() ? type.isVideo() : IMAGES.contains(type));
  }

  /** What it takes, for people. */
  String choices() {
    return isVideo() ? "an MP4, MOV, WebM or MKV video" : "a JPEG, PNG or WebP image";
  }

  /** The longest data URI that may stand here, in characters, by Runway's OpenAPI document. */
  int longestInline() {
    return isVideo() ? INLINE_VIDEO : INLINE_IMAGE;
  }
}
