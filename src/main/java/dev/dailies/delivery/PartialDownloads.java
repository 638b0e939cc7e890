package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parts that a later try of this run may go on with. What a process that died has left is never
 * gone on with: nobody remembers what it was half of.
 */
final class PartialDownloads {

  private final Map<Path, PartialDownload> halves = new ConcurrentHashMap<>();
  private final Disk disk;

  PartialDownloads(Disk disk) {
    this.disk = disk;
  }

  void keep(Path part, PartialDownload half) {
    halves.put(part, half);
  }

  /** What is here of a file; empty if there is nothing, or not what was left there. */
  Optional<PartialDownload> of(Path part) {
    return Optional.ofNullable(halves.get(part)).filter(half -> lies(part, half));
  }

  private static boolean lies(Path part, PartialDownload half) {
    try {
      return Files.isRegularFile(part, NOFOLLOW_LINKS) && Files.size(part) == half.bytes();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Takes it out of the list; the file stays. */
  void take(Path part) {
    halves.remove(part);
  }

  /** Deletes one, if there is one. */
  void drop(Path part) throws IOException {
    if (halves.remove(part) != null) {
      disk.delete(part);
    }
  }

  /** Deletes all. */
  void dropAll() throws IOException {
    for (Path part : halves.keySet()) {
      drop(part);
    }
  }
}
