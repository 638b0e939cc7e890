package dev.dailies.job.folder;

import dev.dailies.files.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a process that only wants to look asks the run that holds the folder for a snapshot of its
 * ledger: by one file, answered by another. Nobody asks, nothing is written.
 */
final class SnapshotDesk {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path request;
  private final Path snapshot;

  SnapshotDesk(Path inner) {
    this.request = inner.resolve("snapshot.wanted");
    this.snapshot = inner.resolve("snapshot");
  }

  /** Writes a snapshot. */
  interface Source {
    void write(Writer out) throws IOException;
  }

  /** True if somebody asks. */
  boolean isWanted() {
    return Files.exists(request);
  }

  /**
   * Answers all who ask now. The snapshot has its name only when it is whole.
   *
   * @param at the first line says when it was made
   */
  void answer(Source ledger, Instant at) throws IOException {
    Files.deleteIfExists(request);
    try (AtomicFile fresh = AtomicFile.secret(snapshot)) {
      fresh.writer().write(at + "\n");
      ledger.write(fresh.writer());
      fresh.publish();
    }
  }

  /** Answers with the last snapshot. */
  void answerAgain(Instant now) throws IOException {
    Files.deleteIfExists(request);
    Files.setLastModifiedTime(snapshot, FileTime.from(now));
  }

  /** Removes what was asked and answered, also in part by a run that was killed. */
  void clear() throws IOException {
    Files.deleteIfExists(request);
    Files.deleteIfExists(snapshot);
    AtomicFile.deleteDraft(snapshot);
  }

  /**
   * Asks for a snapshot and waits for it. A run that ends removes what was asked and answered: then
   * nobody is to be waited for.
   *
   * @param isOver true once nobody is at work who could answer
   * @param takenWithin how long until somebody must have seen the request
   * @param thereWithin how long until the snapshot must be there
   * @return empty if nobody answers in time
   */
  Optional<Path> ask(BooleanSupplier isOver, Duration takenWithin, Duration thereWithin)
      throws IOException {
    FileTime before = written();
    try {
      Files.createFile(request);
    } catch (FileAlreadyExistsException askedByAnother) {
      // One answer is enough for both.
    }
    boolean isTaken = await(() -> !isWanted(), isOver, takenWithin);
    if (!isTaken) {
      Files.deleteIfExists(request);
    }
    return isTaken && await(() -> isNew(before), isOver, thereWithin)
        ? Optional.of(snapshot)
        : Optional.empty();
  }

  private boolean isNew(@Nullable FileTime before) {
    try {
      FileTime now = written();
      return now != null && !now.equals(before);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private @Nullable FileTime written() throws IOException {
    try {
      return Files.getLastModifiedTime(snapshot);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  private static boolean await(BooleanSupplier come, BooleanSupplier isOver, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    boolean isThere = come.getAsBoolean();
    while (!isThere && System.nanoTime() - end < 0 && !isOver.getAsBoolean()) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
      isThere = come.getAsBoolean();
    }
    return isThere;
  }
}
