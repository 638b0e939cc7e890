package dev.dailies.ledger.budget;

import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.text.Count;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cap, and a task that would be sent under it.
 *
 * @param costs what the task counts as, in US dollars; null if nobody knows
 */
public record CapReached(CapUse use, @Nullable BigDecimal costs) {

  /** True if the task may not be sent. What is free is not kept from it by money. */
  boolean isSo() {
    if (use.cap().measure() == Measure.TASKS) {
      return use.left().compareTo(BigDecimal.ONE) < 0;
    }
    return lacksPrice() || (costs != null && costs.signum() > 0 && costs.compareTo(use.left()) > 0);
  }

  /** True if it is not that the cap is used up: a price is missing. */
  public boolean lacksPrice() {
    boolean isFree = costs != null && costs.signum() == 0;
    return use.cap().measure() == Measure.USD && !isFree && (costs == null || use.unpriced() > 0);
  }

  Window window() {
    return use.cap().window();
  }

  /** True if only the task itself is at fault, and others may be sent. */
  public boolean isOfThisTaskOnly() {
    return lacksPrice() && costs == null;
  }

  /** A sentence for people, without its point. */
  public String told() {
    String cap = use.cap().name();
    if (use.cap().measure() == Measure.TASKS) {
      return cap + " is used up";
    }
    if (costs == null) {
      return "nobody knows what it costs, and there is " + cap;
    }
    return use.unpriced() > 0
        ? "%s cannot be kept: nobody knows what %s of it cost"
            .formatted(cap, Count.of(use.unpriced(), "task"))
        : "%s is used up: %s is left, and the next task costs %s"
            .formatted(cap, CapWords.dollars(use.left()), CapWords.dollars(costs));
  }
}
