package dev.dailies.job;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;

/** What a process that died has left behind. */
final class Leftovers {

  private final OpenTasks tasks;
  private final Ledger ledger;

  Leftovers(OpenTasks tasks, Ledger ledger) {
    this.tasks = tasks;
    this.ledger = ledger;
  }

  /** Nobody knows what came of a request that was on the wire when the process died. */
  void doubtWhatWasOnTheWire() {
    for (Task task : tasks.in(TaskState.SUBMITTING)) {
      ledger.doubted(task, Cause.because("the process ended while the request was on the wire"));
    }
  }
}
