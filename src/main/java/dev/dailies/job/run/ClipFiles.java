package dev.dailies.job.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.files.FileNames;
import dev.dailies.files.Sha256;
import dev.dailies.ledger.DeliveredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the files that were delivered are still there. Problems go on behind a file's name. */
public final class ClipFiles {

  private final Path folder;

  /** Of this output folder. */
  public ClipFiles(Path folder) {
    this.folder = folder;
  }

  /** What is seen without reading the file; empty if it is there and of its size. */
  public Optional<String> problemAtAGlance(DeliveredFile file) {
    Path path = FileNames.in(folder, file.name());
    try {
      if (!Files.exists(path, NOFOLLOW_LINKS)) {
        return Optional.of("is missing");
      }
      if (!Files.isRegularFile(path, NOFOLLOW_LINKS)) {
        return Optional.of("is a link or a folder, and not the file that was delivered");
      }
      return Files.size(path) == file.bytes()
          ? Optional.empty()
          : Optional.of("has %d bytes, and had %d".formatted(Files.size(path), file.bytes()));
    } catch (IOException unreadable) {
      return Optional.of("cannot be read: " + Failures.describe(unreadable));
    }
  }

  /** What is wrong with the file; empty if every byte is as it was delivered. */
  public Optional<String> problem(DeliveredFile file) {
    return problemAtAGlance(file).or(() -> otherBytes(file));
  }

  private Optional<String> otherBytes(DeliveredFile file) {
    try {
      return Sha256.of(FileNames.in(folder, file.name()), NOFOLLOW_LINKS).equals(file.sha256())
          ? Optional.empty()
          : Optional.of("has other bytes than when it was delivered");
    } catch (IOException unreadable) {
      return Optional.of("cannot be read: " + Failures.describe(unreadable));
    }
  }
}
