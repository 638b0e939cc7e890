package dev.dailies.job.plan;

import dev.dailies.job.plan.SendTable.Share;
import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Task;
import java.util.BitSet;

/** Counts a part of what is left to send. */
final class SendTally {

  /** The takes of a row need not follow one another. */
  private final BitSet lines = new BitSet();

  private long takes;
  private Cost expected = Cost.ZERO;

  void add(Task task) {
    lines.set((int) Math.min(task.line(), Integer.MAX_VALUE - 1));
    takes++;
    expected = expected.plus(Cost.of(task.price()));
  }

  Share share() {
    return new Share(lines.cardinality(), takes, expected);
  }
}
