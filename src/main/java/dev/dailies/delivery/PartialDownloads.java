package dev.dailies.delivery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the parts that a later try of this run may resume. Parts of a process that died are
 * never resumed: nobody remembers which file they belong to.
 */
final class PartialDownloads {

  private final Map<Path, PartialDownload> partials = new ConcurrentHashMap<>();
  private final Disk disk;

  PartialDownloads(Disk disk) {
    this.disk = disk;
  }

  void keep(Path part, PartialDownload partial) {
    partials.put(part, partial);
  }

  /** The download that left this part; empty if there is none, or the part has changed since. */
  Optional<PartialDownload> of(Path part) {
    return Optional.ofNullable(partials.get(part)).filter(partial -> lies(part, partial));
  }

  private static boolean lies(Path part, PartialDownload partial) {
    try {
      return Files.isRegularFile(part, NOFOLLOW_LINKS) && Files.size(part) == partial.bytes();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Forgets a part; its file stays. */
  void take(Path part) {
    partials.remove(part);
  }

  /** Deletes a part, if it is remembered. */
  void drop(Path part) throws IOException {
    if (partials.remove(part) != null) {
      disk.delete(part);
    }
  }

  /** Deletes all remembered parts. */
  void dropAll() throws IOException {
    for (Path part : partials.keySet()) {
      drop(part);
    }
  }
}
