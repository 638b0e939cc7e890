package dev.dailies.job.deliver;

import dev.dailies.files.AtomicFile;
import dev.dailies.settings.JobFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which lists Dailies has written for editors, by their SHA-256: only those may give their name to
 * a newer one. A list that somebody has changed since is no more among them.
 */
final class ListMemory {

  private final Path file;
  private final Set<String> digests;

  private ListMemory(Path file, Set<String> digests) {
    this.file = file;
    this.digests = digests;
  }

  /** What the job's own folder remembers. */
  static ListMemory in(Path output) throws IOException {
    Path file = output.resolve(JobFiles.INNER).resolve("lists");
    try {
      return new ListMemory(file, new LinkedHashSet<>(Files.readAllLines(file)));
    } catch (NoSuchFileException none) {
      return new ListMemory(file, new LinkedHashSet<>());
    }
  }

  boolean knows(String sha256) {
    return digests.contains(sha256);
  }

  /** Remembers a list that is about to be written. */
  void add(String sha256) throws IOException {
    if (digests.add(sha256)) {
      AtomicFile.replace(file, String.join("\n", digests) + "\n");
    }
  }
}
