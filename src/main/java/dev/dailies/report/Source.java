package dev.dailies.report;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Shot;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The file that a clip was made from. Only a file on this machine is one: a page that fetched
 * remote ones would need a network, and tell strangers that it was opened.
 *
 * @param kind {@code image} or {@code video}
 * @param path from the page, with slashes, not encoded
 */
record Source(String kind, String path) {

  /**
   * What the task's row names.
   *
   * @param folder the way from the page to the manifest; null if there is none
   */
  static Optional<Source> of(Entry entry, @Nullable String folder) {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<Source> image = of("image", entry.shot().map(Shot::image), folder);
    return image.or(() -> of("video", entry.shot().map(Shot::video), folder));
  }

  private static Optional<Source> of(String kind, Optional<String> cell, String folder) {
    return cell.filter(Inputs::isPath)
        .flatMap(Source::relative)
        .map(path -> new Source(kind, folder.isEmpty() ? path : folder + "/" + path));
  }

  private static Optional<String> relative(String cell) {
    try {
      Path path = Path.of(cell);
      return path.isAbsolute() ? Optional.empty() : Optional.of(slashed(path));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** A path with slashes, whatever this system puts between names. */
  static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
