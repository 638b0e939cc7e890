package dev.dailies.job.folder;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.JournalRecovery;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.store.UntrustedLedgerException;
import dev.dailies.report.PaidClips;
import dev.dailies.text.Count;
import java.util.List;
import java.util.stream.Collectors;

/** What a process that died has left behind. */
public final class CrashRecovery {

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final JournalRecovery journalRecovery;
  private final LedgerKeeper keeper;
  private final PaidClips clips;
  private final OutputFolder folder;

  CrashRecovery(
      OpenTasks tasks,
      Ledger ledger,
      JournalRecovery journalRecovery,
      LedgerKeeper keeper,
      PaidClips clips,
      OutputFolder folder) {
    this.folder = folder;
    this.tasks = tasks;
    this.ledger = ledger;
    this.journalRecovery = journalRecovery;
    this.keeper = keeper;
    this.clips = clips;
  }

  /**
   * Brings the ledger up to what is known, before anything is done with it. Where another process
   * works nobody has died, and what is on the wire is its own.
   *
   * @throws UntrustedLedgerException if a copy or the clips know more than this ledger
   */
  public void takeOver() {
    if (folder.isLook()) {
      return;
    }
    restoreFromJournal();
    refuseWhatIsOlderThanItsClips();
    settleTheWire();
  }

  /** The same for a ledger that is about to be told what the clips know. */
  public void takeOverToRecover() {
    restoreFromJournal();
    settleTheWire();
  }

  private void restoreFromJournal() {
    if (keeper.hasCopy() && journalRecovery.isOfAnotherLedger()) {
      throw new UntrustedLedgerException("it is new, but there were runs in this folder");
    }
    journalRecovery.restoreLostSubmissions();
  }

  private void settleTheWire() {
    doubtWhatWasOnTheWire();
    journalRecovery.adoptKnownTickets();
  }

  private void refuseWhatIsOlderThanItsClips() {
    List<String> unknown = clips.unknown();
    if (!unknown.isEmpty()) {
      throw new UntrustedLedgerException(
          ("it does not know %s beside it, which %s paid for (%s). Put back the .dailies"
                  + " that made them, or have them taken in by 'recover'; if they are of another"
                  + " job, or shall be paid for again, move them and their .json files away")
              .formatted(
                  Count.of(unknown.size(), "clip"),
                  unknown.size() == 1 ? "was" : "were",
                  unknown.stream().limit(3).collect(Collectors.joining(", "))
                      + (unknown.size() > 3 ? ", …" : "")));
    }
  }

  /** Nobody knows what came of a request that was on the wire when the process died. */
  private void doubtWhatWasOnTheWire() {
    for (Task task : tasks.in(TaskState.SUBMITTING)) {
      ledger.doubted(task, Cause.because("the process ended while the request was on the wire"));
    }
  }
}
