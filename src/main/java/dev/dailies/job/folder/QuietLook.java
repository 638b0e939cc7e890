package dev.dailies.job.folder;

import dev.dailies.job.folder.LedgerHealth.State;
import dev.dailies.job.run.Failures;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerCopies;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.settings.JobSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look at a job in whatever state its folder is: it holds no lock, so no run is kept from
 * starting, and opens none of the folder's files.
 *
 * @param look at a copy of the ledger, or of what there is in its place
 * @param isCurrent false if that is an older copy, or nothing
 * @param holder the process that holds the folder; null if none does
 */
public record QuietLook(
    Look look, boolean isCurrent, LedgerHealth health, @Nullable Holder holder) {

  /** A run looks for requests four times a second; others who hold a folder never do. */
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(2);

  private static final int TRIES = 2;

  /** Looks at a job. A ledger that is a database of the user's own is left alone. */
  public static QuietLook at(JobSetup setup) {
    Path output = setup.files().output();
    Holder holder = OutputFolder.holder(output).orElse(null);
    try {
      if (setup.settings().ledgerUrl() != null) {
        return elsewhere(output, holder);
      }
      return holder == null ? settled(output) : held(output, holder);
    } catch (IOException | UncheckedIOException unreadable) {
      return without(setup, "it cannot be read: " + Failures.describe(unreadable));
    }
  }

  /** A run may begin, and even end, while the files are copied: then they do not fit together. */
  private static QuietLook settled(Path output) throws IOException {
    for (int tries = 1; ; tries++) {
      String harm;
      try {
        QuietLook look = free(output);
        Optional<Holder> late =
            look.health().state() == State.LEFT_OPEN
                ? OutputFolder.holder(output)
                : Optional.empty();
        if (late.isEmpty()) {
          return look;
        }
        look.look().close();
        return held(output, late.get());
      } catch (UntrustedLedgerException untrusted) {
        harm = String.valueOf(untrusted.getMessage());
      }
      Optional<Holder> late = OutputFolder.holder(output);
      if (late.isPresent() || tries == TRIES) {
        return late.isPresent() ? held(output, late.get()) : harmed(output, harm);
      }
    }
  }

  /**
   * Looks at the newest whole copy, where the ledger itself cannot be used, else at nothing.
   *
   * @param harm as in {@link LedgerHealth#harm}
   */
  public static QuietLook without(JobSetup setup, String harm) {
    try {
      return harmed(setup.files().output(), harm);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot look at the ledger's copy", unreadable);
    }
  }

  private static QuietLook free(Path output) throws IOException {
    EmbeddedDatabase database = new EmbeddedDatabase(OutputFolder.inner(output));
    LedgerCopies copies = new LedgerCopies(OutputFolder.inner(output));
    if (!database.exists()) {
      return copies.count() > 0
          ? harmed(output, "it is gone, although there were runs in this folder")
          : new QuietLook(
              Look.ofFiles(output, database.folder()), true, health(State.NONE, copies), null);
    }
    Look look = Look.ofFiles(output, database.folder());
    try {
      boolean sealed = new EmbeddedDatabase(look.folder().inner()).isSealed();
      State state = sealed ? State.WHOLE : State.LEFT_OPEN;
      return new QuietLook(look, true, health(state, copies), null);
    } catch (IOException | UntrustedLedgerException harm) {
      look.close();
      throw harm;
    }
  }

  private static QuietLook elsewhere(Path output, @Nullable Holder holder) throws IOException {
    LedgerHealth health = new LedgerHealth(State.ELSEWHERE, null, 0, 0);
    return new QuietLook(Look.ofFiles(output, output.resolve("none")), false, health, holder);
  }

  private static QuietLook held(Path output, Holder holder) throws IOException {
    LedgerCopies copies = new LedgerCopies(OutputFolder.inner(output));
    LedgerHealth health = health(State.IN_USE, copies);
    Optional<Look> current = Look.at(output, TAKEN_WITHIN);
    return current.isPresent()
        ? new QuietLook(current.get(), true, health, holder)
        : new QuietLook(ofCopy(output, copies), false, health, holder);
  }

  private static QuietLook harmed(Path output, String harm) throws IOException {
    LedgerCopies copies = new LedgerCopies(OutputFolder.inner(output));
    LedgerHealth health = new LedgerHealth(State.HARMED, harm, copies.count(), copies.countWhole());
    return new QuietLook(ofCopy(output, copies), false, health, null);
  }

  private static Look ofCopy(Path output, LedgerCopies copies) throws IOException {
    return Look.ofFiles(output, copies.newestWhole().orElse(output.resolve("no copy")));
  }

  private static LedgerHealth health(State state, LedgerCopies copies) {
    return new LedgerHealth(state, null, copies.count(), copies.countWhole());
  }
}
