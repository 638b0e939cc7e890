package dev.dailies.job.folder;

import dev.dailies.job.run.Failures;
import dev.dailies.ledger.store.CommitProof;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerCopies;
import dev.dailies.ledger.store.NewerLedgerException;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.settings.JobSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Sees to the ledger's files while the database is closed: are they whole, what copies are there,
 * and what is a person to do when they are not. A database of the user's own is left alone.
 */
public final class LedgerKeeper {

  private static final Logger log = LoggerFactory.getLogger(LedgerKeeper.class);
  private final EmbeddedDatabase database;
  private final LedgerCopies copies;
  private final Path journal;
  private final boolean embedded;
  private final JobSetup setup;
  private final List<String> news = new ArrayList<>();
  private boolean known = true;

  public LedgerKeeper(JobSetup setup, OutputFolder folder) {
    this.database = new EmbeddedDatabase(folder.inner());
    this.copies = new LedgerCopies(folder.inner());
    this.journal = folder.inner().resolve("journal");
    this.embedded = setup.settings().ledgerUrl() == null || folder.isLook();
    this.setup = setup;
  }

  /** Makes the ledger's files ready to be opened. */
  public void open() {
    if (!embedded) {
      return;
    }
    try {
      if (!database.exists() && hasCopy()) {
        throw new UntrustedLedgerException("it is new, but there were runs in this folder");
      }
      known = database.makeReady();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What proves that a commit has reached the disk. */
  public CommitProof proof() {
    return embedded ? database.proof() : CommitProof.none();
  }

  /** The job whose runs the ledger knows; empty if there were none. */
  public Optional<String> jobOfRuns() {
    try {
      return embedded && database.exists() ? database.jobOfRuns() : Optional.empty();
    } catch (DataAccessException neverSetUp) {
      return Optional.empty();
    }
  }

  /** True if the ledger knows of no run, so that nothing hangs on the job's name. */
  public boolean knowsNoRun() {
    return embedded && jobOfRuns().isEmpty();
  }

  /**
   * Makes way for a new ledger where the first one was never finished: it was not closed, and
   * nothing was ever sent from this folder, or the journal would say so.
   *
   * @return false if there may be something to lose
   */
  public boolean makesWayAfter(RuntimeException failure) {
    try {
      if (!embedded || known || !isOfLedger(failure) || hasCopy() || hasJournal()) {
        return false;
      }
      database.remove();
      known = true;
      news.add("the ledger was never finished, and nothing was sent from it: it was made anew");
      news.forEach(log::warn);
      return true;
    } catch (IOException undeleted) {
      throw new UncheckedIOException(undeleted);
    }
  }

  /** What a person should know of the ledger's files: mostly nothing. */
  public List<String> news() {
    return List.copyOf(news);
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

  /** True if something was sent from this folder, whatever the ledger says. */
  public boolean hasJournal() {
    try {
      return Files.exists(journal) && Files.size(journal) > 0;
    } catch (IOException unreadable) {
      return true;
    }
  }

  boolean hasCopy() {
    return copies.newest().isPresent();
  }

  /** What to tell a person when the ledger cannot be opened; other failures stay what they are. */
  public RuntimeException explained(RuntimeException failure) {
    return isOfLedger(failure)
        ? new UntrustedLedgerException(
            "cannot use the ledger %s: %s. %s"
                .formatted(where(), Failures.describe(failure), advice()),
            failure)
        : failure;
  }

  /** True if a failure tells of the ledger, and not of what is asked of it. */
  public static boolean isOfLedger(Throwable failure) {
    List<Throwable> causes = Failures.causes(failure);
    return causes.stream().noneMatch(NewerLedgerException.class::isInstance)
        && causes.stream()
            .anyMatch(
                cause ->
                    cause instanceof SQLException
                        || cause instanceof UntrustedLedgerException
                        || cause instanceof UncheckedIOException);
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
            .map(
                copy ->
                    "%smove %s away, copy %s there"
                        .formatted(isLost() ? "type 'recover', or " : "", name(folder), name(copy)))
            .orElse("move %s away".formatted(name(folder)));
    return ("Nothing more was sent. Mend the disk if that is what failed; if the files are harmed,"
            + " %s, and run again: what was sent since then is known from %s, and is not sent"
            + " again")
        .formatted(putBack, name(folder.resolveSibling("journal")));
  }

  private boolean isLost() {
    try {
      return database.isLost();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private String name(Path path) {
    return setup.shown(path);
  }
}
