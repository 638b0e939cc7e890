package dev.dailies.job.submit;

import dev.dailies.ledger.Task;
import dev.dailies.manifest.Row;
import dev.dailies.provider.Inputs;
import java.util.List;

/**
 * Whether the files of a task are still those that it was planned with. A clip of another file
 * would be paid for, and paid for once more when the next plan finds the row edited.
 */
final class PlannedFiles {

  private final Inputs inputs;

  /**
   * Compares the files of tasks with what was planned.
   *
   * @param inputs finds what the ledger's cells name
   */
  PlannedFiles(Inputs inputs) {
    this.inputs = inputs;
  }

  boolean haveChanged(Task task) {
    Row row = new Row(task.line(), task.cells(), List.of(), List.of());
    return row.namesFiles(inputs) && !row.digest(inputs).equals(task.digest());
  }
}
