package dev.dailies.report.money;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Cost;
import dev.dailies.text.Count;
import java.math.BigDecimal;

/** How amounts of money are written down. */
public final class Dollars {

  private Dollars() {}

  /** As people write it: {@code $0.25}. */
  public static String text(BigDecimal usd) {
    return "$" + Amounts.plain(usd).toPlainString();
  }

  /**
   * The same of what may have no price, as in {@code $3.20 plus 2 takes of unknown price}.
   *
   * @param what what is counted, in the singular
   */
  public static String text(Cost cost, String what) {
    if (cost.unpriced() == 0) {
      return text(cost.usd());
    }
    String unknown = Count.of(cost.unpriced(), what) + " of unknown price";
    return cost.usd().signum() == 0 ? unknown : text(cost.usd()) + " plus " + unknown;
  }
}
