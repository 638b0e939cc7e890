package dev.dailies.job.folder;

import dev.dailies.job.run.Failures;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerCopies;
import dev.dailies.ledger.store.NewerLedgerException;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.settings.JobSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the ledger's files while the database is closed: are they whole, what copies are there,
 * and what is a person to do when they are not. A database of the user's own is left alone.
 */
public final class LedgerKeeper {

  private static final Logger log = LoggerFactory.getLogger(LedgerKeeper.class);
  private final EmbeddedDatabase database;
  private final LedgerCopies copies;
  private final boolean embedded;
  private final JobSetup setup;
  private boolean known = true;

  public LedgerKeeper(JobSetup setup, OutputFolder folder) {
    this.database = new EmbeddedDatabase(folder.inner());
    this.copies = new LedgerCopies(folder.inner());
    this.embedded = setup.settings().ledgerUrl() == null;
    this.setup = setup;
  }

  /** Makes the ledger's files ready to be opened. */
  public void open() {
    if (!embedded) {
      return;
    }
    try {
      known = database.makeReady();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** False if a process has died with the database open: then all of it is to be read once. */
  public boolean knowsThatItIsWhole() {
    return known;
  }

  /** After the database was closed. A run's end is worth a copy; no failure here fails a run. */
  public void closed(boolean afterRun) {
    if (!embedded) {
      return;
    }
    try {
      if (database.seal() && afterRun) {
        copies.keep(database.folder());
      }
    } catch (IOException | RuntimeException failure) {
      log.warn("no copy of the ledger was kept: {}", Failures.describe(failure));
    }
  }

  boolean hasCopy() {
    return copies.newest().isPresent();
  }

  /** What to tell a person when the ledger cannot be opened; other failures stay what they are. */
  public RuntimeException explained(RuntimeException failure) {
    boolean ofLedger =
        Failures.causes(failure).stream()
            .anyMatch(
                cause ->
                    cause instanceof SQLException
                        || cause instanceof UntrustedLedgerException
                        || cause instanceof UncheckedIOException);
    boolean newer =
        Failures.causes(failure).stream().anyMatch(NewerLedgerException.class::isInstance);
    return ofLedger && !newer
        ? new UntrustedLedgerException(
            "cannot use the ledger %s: %s. %s"
                .formatted(where(), Failures.describe(failure), advice()),
            failure)
        : failure;
  }

  private String where() {
    return embedded ? "in " + setup.shown(database.folder()) : "that DAILIES_LEDGER_URL names";
  }

  private String advice() {
    if (!embedded) {
      return "Nothing more was sent; run again when the database can be reached and written";
    }
    Path folder = database.folder();
    String putBack =
        copies
            .newest()
            .map(copy -> "move %s away, copy %s there".formatted(name(folder), name(copy)))
            .orElse("move %s away".formatted(name(folder)));
    return ("Nothing more was sent. Mend the disk if that is what failed; if the files are harmed,"
            + " %s, and run again: what was sent since then is known from %s, and is not sent"
            + " again")
        .formatted(putBack, name(folder.resolveSibling("journal")));
  }

  private String name(Path path) {
    return setup.shown(path);
  }
}
