package dev.dailies.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database in the output folder, for those who configure no other. Its own lock is switched
 * off: that is a heartbeat which a suspended process loses, and the folder has a better one. Nor is
 * it trusted to notice that its files were harmed.
 */
public final class EmbeddedDatabase {

  private static final String NAME = "ledger";
  private final Path folder;
  private final Seal seal;

  public EmbeddedDatabase(Path inner) {
    this.folder = inner.resolve("db");
    this.seal = new Seal(folder);
  }

  public Path folder() {
    return folder;
  }

  /**
   * Where the data source is, as Spring Boot's settings.
   *
   * @throws IllegalArgumentException if the folder's path is one that HSQLDB cannot open
   */
  public Map<String, String> properties() {
    if (folder.toString().contains(";")) {
      throw new IllegalArgumentException(
          "the output folder's path holds a ';', which the database cannot open: choose another");
    }
    return Map.of(
        "spring.datasource.url",
        "jdbc:hsqldb:file:"
            + folder.resolve(NAME)
            + ";hsqldb.lock_file=false;hsqldb.tx=mvcc;hsqldb.full_log_replay=true",
        "spring.datasource.username",
        "SA");
  }

  /**
   * Looks at the files before HSQLDB does: what it cannot read it changes.
   *
   * @return false if nobody knows whether they are whole, since no command has closed them
   * @throws UntrustedLedgerException if they were harmed
   */
  public boolean makeReady() throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    boolean sealed = seal.check();
    removeIfHalfCreated();
    new CommitLog(folder.resolve(NAME + ".log")).makeReplayable();
    seal.lift();
    return sealed;
  }

  /** Seals the files if the database was closed in order; returns false if it was not. */
  public boolean seal() throws IOException {
    boolean closed = exists(".script") && !exists(".log");
    if (closed) {
      seal.put();
    }
    return closed;
  }

  /**
   * A process killed while it creates the database leaves one that can never be opened, and holds
   * nothing.
   */
  private void removeIfHalfCreated() throws IOException {
    if (exists(".script") || exists(".data")) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> remains = files.toList();
      for (Path file : remains) {
        Files.delete(file);
      }
    }
  }

  private boolean exists(String ending) {
    return Files.exists(folder.resolve(NAME + ending));
  }
}
