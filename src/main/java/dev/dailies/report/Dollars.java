package dev.dailies.report;

import dev.dailies.ledger.Amounts;
import java.math.BigDecimal;

/** How amounts of money are written down. */
final class Dollars {

  private Dollars() {}

  /** As people write it: {@code $0.25}. */
  static String text(BigDecimal usd) {
    return "$" + Amounts.plain(usd).toPlainString();
  }
}
