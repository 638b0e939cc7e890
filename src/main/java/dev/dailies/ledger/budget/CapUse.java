package dev.dailies.ledger.budget;

import dev.dailies.ledger.budget.Cap.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a cap.
 *
 * @param used in the cap's unit: as charged, else as expected, of everything that may have cost
 *     money
 * @param unpriced how many submissions in it have a price that nobody knows, and that counts as
 *     nothing here
 * @param next when its window begins anew; null where that is not a matter of time
 */
public record CapUse(Cap cap, BigDecimal used, long unpriced, @Nullable Instant next) {

  /** What is left, never less than 0. */
  public BigDecimal left() {
    return cap.most().subtract(used).max(BigDecimal.ZERO);
  }

  /** True if at least this share of it is used, 0 to 1. */
  public boolean isAtLeast(BigDecimal share) {
    return used.compareTo(cap.most().multiply(share)) >= 0;
  }

  /** As in {@code $41.20 of today's budget of $50}. */
  public String told() {
    return amount(used) + " of " + cap.name();
  }

  String amount(BigDecimal some) {
    return cap.measure() == Measure.USD ? CapWords.dollars(some) : some.toBigInteger().toString();
  }
}
