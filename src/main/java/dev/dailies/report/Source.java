package dev.dailies.report;

import dev.dailies.provider.Inputs;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that a clip was made from. Only a file on this machine is one: a page that fetched
 * remote ones would need a network, and tell strangers that it was opened.
 *
 * @param kind {@code image} or {@code video}
 * @param path from the page, with slashes, not encoded
 */
record Source(String kind, String path) {

  /** What the task's row names. */
  static Optional<Source> of(Entry entry) {
    return entry.shot().isEmpty()
        ? Optional.empty()
        : of("image", entry).or(() -> of("video", entry));
  }

  private static Optional<Source> of(String kind, Entry entry) {
    return entry
        .cell(kind)
        .filter(Source::isRelativePath)
        .map(path -> new Source(kind, path.replace(File.separatorChar, '/')));
  }

  private static boolean isRelativePath(String cell) {
    try {
      return Inputs.isPath(cell) && Path.of(cell).getRoot() == null;
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
