package dev.dailies.job.folder;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.JournalRecovery;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.store.UntrustedLedgerException;

/** What a process that died has left behind. */
public final class CrashRecovery {

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final JournalRecovery journalRecovery;
  private final LedgerKeeper keeper;

  CrashRecovery(
      OpenTasks tasks, Ledger ledger, JournalRecovery journalRecovery, LedgerKeeper keeper) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.journalRecovery = journalRecovery;
    this.keeper = keeper;
  }

  /**
   * Brings the ledger up to what is known, before anything is done with it.
   *
   * @throws UntrustedLedgerException if there is a copy that knows more than this ledger
   */
  public void takeOver() {
    if (keeper.hasCopy() && journalRecovery.isOfAnotherLedger()) {
      throw new UntrustedLedgerException("it is new, but there were runs in this folder");
    }
    journalRecovery.restoreLostSubmissions();
    doubtWhatWasOnTheWire();
    journalRecovery.adoptKnownTickets();
  }

  /** Nobody knows what came of a request that was on the wire when the process died. */
  private void doubtWhatWasOnTheWire() {
    for (Task task : tasks.in(TaskState.SUBMITTING)) {
      ledger.doubted(task, Cause.because("the process ended while the request was on the wire"));
    }
  }
}
