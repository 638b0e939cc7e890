package dev.dailies.ledger.store;

import dev.dailies.files.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Copies of the closed database, one for each of the last two runs, the newest first. */
public final class LedgerCopies {

  private final Path newest;
  private final Path older;
  private final Path fresh;

  public LedgerCopies(Path inner) {
    this.newest = inner.resolve("copy-1");
    this.older = inner.resolve("copy-2");
    this.fresh = inner.resolve("copy.new");
  }

  /** The copy to restore; empty if there is none. */
  public Optional<Path> newest() {
    return Stream.of(newest, older).filter(Files::isDirectory).findFirst();
  }

  /** The newest copy whose files are as they were kept; empty if there is none. */
  public Optional<Path> newestWhole() {
    return Stream.of(newest, older)
        .filter(Files::isDirectory)
        .filter(LedgerCopies::isWhole)
        .findFirst();
  }

  /** How many copies there are. */
  public int count() {
    return (int) Stream.of(newest, older).filter(Files::isDirectory).count();
  }

  /** How many of them are as they were kept. */
  public int countWhole() {
    return (int)
        Stream.of(newest, older).filter(Files::isDirectory).filter(LedgerCopies::isWhole).count();
  }

  private static boolean isWhole(Path copy) {
    try {
      return new Seal(copy).check();
    } catch (IOException | UntrustedLedgerException harmed) {
      return false;
    }
  }

  /**
   * Puts a copy in the place of the database, whose own files are kept beside it, if there are any.
   * If the process dies between, there is no database, which is refused like one that is gone.
   */
  public void putBack(Path copy, Path database) throws IOException {
    try {
      FileSystemUtils.deleteRecursively(fresh);
      copy(copy);
      if (Files.exists(database)) {
        Durable.rename(database, aside(database));
      }
      Durable.rename(fresh, database);
    } finally {
      FileSystemUtils.deleteRecursively(fresh);
    }
  }

  private static Path aside(Path database) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> database.resolveSibling(database.getFileName() + ".aside-" + n))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }

  /** Copies a sealed database. The copy has its name only when it is complete. */
  public void keep(Path database) throws IOException {
    try {
      FileSystemUtils.deleteRecursively(fresh);
      copy(database);
      if (!new Seal(fresh).check()) {
        throw new IOException("the ledger that was copied has no seal");
      }
      if (Files.isDirectory(newest)) {
        FileSystemUtils.deleteRecursively(older);
        Files.move(newest, older);
      }
      Durable.rename(fresh, newest);
    } finally {
      FileSystemUtils.deleteRecursively(fresh);
    }
  }

  private void copy(Path database) throws IOException {
    Files.createDirectory(fresh);
    try (Stream<Path> files = Files.list(database)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        Durable.copy(file, fresh.resolve(file.getFileName()));
      }
    }
    Durable.forceFolder(fresh);
  }
}
