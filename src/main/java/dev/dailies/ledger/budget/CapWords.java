package dev.dailies.ledger.budget;

import dev.dailies.text.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as people read them. */
final class CapWords {

  private CapWords() {}

  /** As in {@code $50} and {@code $0.80}; never more than there is. */
  static String dollars(BigDecimal usd) {
    BigDecimal amount = usd.stripTrailingZeros();
    return "$"
        + (amount.scale() <= 0
            ? amount.toBigInteger()
            : amount
                .setScale(Math.max(2, Math.min(4, amount.scale())), RoundingMode.DOWN)
                .toPlainString());
  }

  static String tasks(BigDecimal tasks) {
    return Count.of(tasks.longValue(), "task");
  }
}
