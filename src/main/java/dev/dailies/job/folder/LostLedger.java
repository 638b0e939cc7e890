package dev.dailies.job.folder;

import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerCopies;
import dev.dailies.settings.JobSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A ledger that is gone or harmed, and the copy to put in its place. Holds the folder's lock. A
 * database of the user's own is left alone.
 */
public final class LostLedger implements AutoCloseable {

  private final OutputFolder folder;
  private final EmbeddedDatabase database;
  private final LedgerCopies copies;
  private final JobSetup setup;

  private LostLedger(OutputFolder folder, JobSetup setup) {
    this.folder = folder;
    this.database = new EmbeddedDatabase(folder.inner());
    this.copies = new LedgerCopies(folder.inner());
    this.setup = setup;
  }

  /**
   * Looks at the ledger of a job.
   *
   * @throws OutputFolderHeldException if another process holds the folder
   */
  public static LostLedger of(JobSetup setup) {
    return new LostLedger(OutputFolder.lock(setup.files().output()), setup);
  }

  /**
   * The copy to put back, for people to read; empty if the ledger is there, or no copy is whole.
   */
  public Optional<String> copy() {
    return wanted().map(setup::shown);
  }

  /** True if the journal tells what was sent since the copy was made. */
  public boolean hasJournal() {
    try {
      Path journal = folder.inner().resolve("journal");
      return Files.exists(journal) && Files.size(journal) > 0;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Puts the copy back. What is left of the ledger is kept beside it. */
  public void putBack() {
    wanted().ifPresent(this::putBack);
  }

  private void putBack(Path copy) {
    try {
      copies.putBack(copy, database.folder());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot put the ledger's copy back", failure);
    }
  }

  private Optional<Path> wanted() {
    try {
      return setup.settings().ledgerUrl() == null && database.isLost()
          ? copies.newestWhole()
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the ledger's files", unreadable);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
