package dev.dailies.provider.runway;

import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Input;
import dev.dailies.provider.http.Multipart;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as it will be sent, since Runway cannot fetch it by an address: one of this machine, or
 * one written into the row. It says whether it needs an upload, and adds itself to a form; {@link
 * InputRules} judges its type and size.
 *
 * @param type null if it is of none that is known
 */
record FileToSend(InputCell cell, @Nullable MediaType type, long bytes, Input source) {

  /** The file that a cell means; empty if it means none. */
  static Optional<FileToSend> of(InputCell cell, Input input) {
    if (input instanceof Input.LocalFile file) {
      return Optional.of(new FileToSend(cell, file.type(), file.bytes(), file));
    }
    return input instanceof Input.Inline inline
        ? Optional.of(new FileToSend(cell, type(inline.data()), inline.data().bytes(), inline))
        : Optional.empty();
  }

  private static @Nullable MediaType type(DataUri data) {
    String name = data.mediaType().replace("image/jpg", "image/jpeg");
    return Arrays.stream(MediaType.values())
        .filter(type -> type.mediaName().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** True if it cannot stand in the request itself. */
  boolean needsUpload() {
    return !(source instanceof Input.Inline inline)
        || inline.data().text().length() > cell.longestInline();
  }

  /** A name with the right extension, which Runway requires. The real name stays here. */
  String uploadName() {
    return cell.column() + "." + known().extension();
  }

  /**
   * Adds it to a form, as the part {@code file}.
   *
   * @throws java.io.UncheckedIOException if it is no longer there
   */
  void addTo(Multipart.Form form) {
    if (source instanceof Input.LocalFile file) {
      form.file("file", uploadName(), known(), file.path());
    } else if (source instanceof Input.Inline inline) {
      form.file("file", uploadName(), known(), inline.data());
    }
  }

  private MediaType known() {
    return Objects.requireNonNull(type, "a review lets no other file pass");
  }
}
