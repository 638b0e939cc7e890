package dev.dailies.job.doubt;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.settings.Settings.OnDoubt;

/** What earlier runs have left in doubt, settled before the manifest is read. */
public final class OldDoubts {

  private final OpenTasks tasks;
  private final Ledger ledger;
  private final Reconciler reconciler;
  private final OnDoubt onDoubt;

  OldDoubts(OpenTasks tasks, Ledger ledger, Reconciler reconciler, OnDoubt onDoubt) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.reconciler = reconciler;
    this.onDoubt = onDoubt;
  }

  /** Asks the providers first: what one of them can be asked about is never guessed at. */
  public void settle() {
    if (reconciler.settleOldOnes() && onDoubt == OnDoubt.RESUBMIT) {
      tasks.in(TaskState.IN_DOUBT).stream()
          .filter(task -> task.shot() != null)
          .forEach(this::resubmit);
    }
    reconciler.leaveTheRest();
  }

  private void resubmit(Task task) {
    ledger.planAgain(task, Cause.because("sent again, as on-doubt: resubmit wants it"));
  }
}
