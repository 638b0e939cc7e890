package dev.dailies.job.plan;

import dev.dailies.job.plan.SendTable.Share;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Task;

/** Counts a part of what is left to send. */
final class SendTally {

  private long rows;
  private long takes;
  private Cost expected = Cost.ZERO;

  void add(Task task, boolean newRow) {
    rows += newRow ? 1 : 0;
    takes++;
    expected = expected.plus(Cost.of(task.price()));
  }

  long rows() {
    return rows;
  }

  Share share() {
    return new Share(rows, takes, expected);
  }
}
