package dev.dailies.ledger.store;

import dev.dailies.files.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database in the output folder, unless another is configured. Its own lock is switched off: a
 * suspended process loses that heartbeat, and the folder has a better lock. Damage to its files is
 * found by our own checks, since HSQLDB may miss it.
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

  /** Opens the database, whatever its folder is called. */
  public DataSource dataSource() {
    return new FileDatabase(folder.resolve(NAME));
  }

  /** True if there is a database, whole or not. */
  public boolean exists() {
    return exists(".script") || exists(".data") || exists(".log");
  }

  /** True if there is none, or its files are not those that were sealed. Changes nothing. */
  public boolean isLost() throws IOException {
    try {
      if (!exists()) {
        return true;
      }
      seal.check();
      return false;
    } catch (UntrustedLedgerException harmed) {
      return true;
    }
  }

  /**
   * True if the files are those that a command has left when it closed them. Changes nothing.
   *
   * @return false if nobody has closed them
   * @throws UntrustedLedgerException if they are not as they were left
   */
  public boolean isSealed() throws IOException {
    return seal.check();
  }

  /** Removes the files of a database that holds nothing and cannot be opened. */
  public void remove() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Durable.forceFolder(folder);
  }

  /** The job whose runs are in the job repository; empty if there were none. */
  public Optional<String> jobOfRuns() {
    return JdbcClient.create(dataSource())
        .sql(
            "select parameter_value from batch_job_execution_params where parameter_name = 'job'"
                + " order by job_execution_id desc limit 1")
        .query(String.class)
        .optional();
  }

  /** What proves that a commit has reached the disk. */
  public CommitProof proof() {
    return new CommitProof(folder.resolve(NAME + ".log"));
  }

  /**
   * Checks the files before HSQLDB opens them, since it changes what it cannot read.
   *
   * @return false if the files have no seal, since no command closed them
   * @throws UntrustedLedgerException if they are damaged
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

  /** Removes a database whose creation was killed: it can never be opened, and holds nothing. */
  private void removeIfHalfCreated() throws IOException {
    if (exists(".script") || exists(".data")) {
      return;
    }
    remove();
  }

  private boolean exists(String ending) {
    return Files.exists(folder.resolve(NAME + ending));
  }
}
