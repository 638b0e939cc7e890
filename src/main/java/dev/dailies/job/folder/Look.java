package dev.dailies.job.folder;

import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerDatabase;
import dev.dailies.ledger.store.LedgerSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A look at a job: a snapshot of its ledger, in a database of its own in a temporary folder.
 * Whatever is done to it is gone afterwards; while a run is at work, its own files are not opened.
 */
public final class Look implements AutoCloseable {

  /** A run looks for requests four times a second. Others who hold a folder never do. */
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(8);

  private static final Duration THERE_WITHIN = Duration.ofSeconds(20);

  private final OutputFolder folder;
  private final Instant at;
  private final boolean isOfARun;

  private Look(OutputFolder folder, Instant at, boolean isOfARun) {
    this.folder = folder;
    this.at = at;
    this.isOfARun = isOfARun;
  }

  /**
   * Asks the run for a snapshot.
   *
   * @param output the output folder
   * @return empty if nobody answers, or the run has ended meanwhile
   */
  public static Optional<Look> at(Path output) {
    return at(output, TAKEN_WITHIN);
  }

  /**
   * The same for who has less time.
   *
   * @param takenWithin how long until the run must have seen that it is asked
   */
  static Optional<Look> at(Path output, Duration takenWithin) {
    Path inner = OutputFolder.inner(output);
    try {
      Optional<Path> snapshot =
          new SnapshotDesk(inner).ask(() -> OutputFolder.isFree(output), takenWithin, THERE_WITHIN);
      return snapshot.isEmpty()
          ? Optional.empty()
          : Optional.of(open(output, snapshot.get(), true));
    } catch (NoSuchFileException ended) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look at the run that is under way", failure);
    }
  }

  /**
   * Takes a snapshot of a ledger that this process has opened.
   *
   * @param output the output folder
   */
  public static Look of(Path output, LedgerSnapshot ledger) {
    try {
      Path snapshot = Files.createTempFile("dailies-look-", ".snapshot");
      try {
        try (Writer out = Files.newBufferedWriter(snapshot)) {
          out.write(Instant.now() + "\n");
          ledger.write(out);
        }
        return open(output, snapshot, false);
      } finally {
        Files.deleteIfExists(snapshot);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look at the job", failure);
    }
  }

  /**
   * Takes a copy of a closed ledger, or of none.
   *
   * @param output the output folder, which need not be there
   * @param database the folder of the ledger's files, which need not be there either
   */
  static Look ofFiles(Path output, Path database) throws IOException {
    Path temporary = Files.createTempDirectory("dailies-look-");
    try {
      Path job = OutputFolder.inner(output).resolve("job");
      if (Files.isRegularFile(job)) {
        Files.copy(job, temporary.resolve("job"));
      }
      if (Files.isDirectory(database)) {
        copy(database, Files.createDirectory(new EmbeddedDatabase(temporary).folder()));
      }
      return new Look(OutputFolder.ofLook(output, temporary), Instant.now(), false);
    } catch (IOException | RuntimeException failure) {
      FileSystemUtils.deleteRecursively(temporary);
      throw failure;
    }
  }

  private static void copy(Path database, Path to) throws IOException {
    try (Stream<Path> files = Files.list(database)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static Look open(Path output, Path snapshot, boolean isOfARun) throws IOException {
    Path temporary = Files.createTempDirectory("dailies-look-");
    try (BufferedReader rows = Files.newBufferedReader(snapshot)) {
      Instant at = Instant.parse(Objects.requireNonNull(rows.readLine()));
      Files.copy(OutputFolder.inner(output).resolve("job"), temporary.resolve("job"));
      EmbeddedDatabase files = new EmbeddedDatabase(temporary);
      Files.createDirectories(files.folder());
      DataSource dataSource = files.dataSource();
      LedgerDatabase database = new LedgerDatabase(dataSource);
      try (database) {
        new LedgerSnapshot(dataSource).read(rows);
      }
      files.seal();
      return new Look(OutputFolder.ofLook(output, temporary), at, isOfARun);
    } catch (IOException | RuntimeException failure) {
      FileSystemUtils.deleteRecursively(temporary);
      throw failure;
    }
  }

  /** True if nobody is at work there. */
  public static boolean isOver(Path output) {
    return OutputFolder.isFree(output);
  }

  /** When the run that is at work there was as it is seen here; empty if none is. */
  public Optional<Instant> run() {
    return isOfARun ? Optional.of(at) : Optional.empty();
  }

  /** The output folder, with another {@code .dailies}. */
  public OutputFolder folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(folder.inner());
    } catch (IOException left) {
      // It holds what the output folder holds, for this user alone.
    }
  }
}
