package dev.dailies.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder as it was once, for tests that all begin where one long run has ended. */
final class Snapshot {

  private final Path folder;
  private final Path copy;

  private Snapshot(Path folder) {
    this.folder = folder;
    this.copy = folder.resolveSibling(folder.getFileName() + "-then");
  }

  static Snapshot of(Path folder) {
    Snapshot taken = new Snapshot(folder);
    copy(folder, taken.copy);
    return taken;
  }

  /** Puts the folder back, whatever has become of it. */
  void restore() {
    copy(copy, folder);
  }

  private static void copy(Path from, Path to) {
    try {
      FileSystemUtils.deleteRecursively(to);
      FileSystemUtils.copyRecursively(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
