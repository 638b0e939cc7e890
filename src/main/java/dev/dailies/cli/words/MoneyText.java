package dev.dailies.cli.words;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;

/** Tells what was spent: in this run, and in all runs. */
final class MoneyText {

  private MoneyText() {}

  /**
   * As in {@code Spent $0.96 in this run, $1.60 plus 2 tasks of unknown price in all runs}.
   *
   * @param now what this run has spent of it
   * @param remark follows what was spent; may be empty
   */
  static String of(Money money, Cost now, String remark) {
    Cost all = money.spent();
    Cost doubt = money.inDoubt();
    if (isNothing(all) && isNothing(doubt)) {
      return "Nothing spent";
    }
    return spent(all, now) + remark + (isNothing(doubt) ? "" : ", in doubt " + Formats.cost(doubt));
  }

  private static String spent(Cost all, Cost now) {
    if (isNothing(all.since(now))) {
      return "Spent " + Formats.cost(all);
    }
    return isNothing(now)
        ? "Nothing spent in this run, " + Formats.cost(all) + " in all runs"
        : "Spent %s in this run, %s in all runs".formatted(Formats.cost(now), Formats.cost(all));
  }

  private static boolean isNothing(Cost cost) {
    return cost.usd().signum() == 0 && cost.unpriced() == 0;
  }
}
