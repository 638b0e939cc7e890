package dev.dailies.job.recover;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.PaidTake;
import dev.dailies.ledger.PlannedRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sidecars tell that the ledger does not know.
 *
 * @param forgotten what can be taken in
 * @param left what stays as it is
 * @param lastSent when the last request was sent that the ledger knows; null if it knows of none
 */
public record Found(List<Forgotten> forgotten, List<Left> left, @Nullable Instant lastSent) {

  public Found {
    forgotten = List.copyOf(forgotten);
    left = List.copyOf(left);
  }

  /**
   * A take whose files are here as they were delivered.
   *
   * @param row what it was made of
   * @param providerType of its provider
   */
  public record Forgotten(PaidTake take, PlannedRow row, String providerType) {}

  /**
   * A take that is not taken in.
   *
   * @param task as commands take it
   * @param reason why, and what to do
   */
  public record Left(String task, String reason) {}

  /** True if the ledger knows all that the sidecars tell. */
  public boolean isNothing() {
    return forgotten.isEmpty() && left.isEmpty();
  }

  /** What the forgotten takes have cost. */
  public Cost cost() {
    return forgotten.stream().map(one -> one.take().cost()).reduce(Cost.ZERO, Cost::plus);
  }
}
