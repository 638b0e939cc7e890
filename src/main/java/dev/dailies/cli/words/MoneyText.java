package dev.dailies.cli.words;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import java.util.Map;

/** Tells what was spent: in this run, and in all runs. */
final class MoneyText {

  private MoneyText() {}

  /**
   * As in {@code Spent $0.96 in this run, $1.60 plus 2 tasks of unknown price in all runs}.
   *
   * @param now what this run has spent of it
   * @param remark follows what was spent; may be empty
   * @param all tasks by state
   */
  static String of(Money money, Cost now, String remark, Map<TaskState, Long> all) {
    if (isNothing(money.spent()) && isNothing(money.inDoubt())) {
      return "Nothing spent";
    }
    return spent(money.spent(), now) + remark + doubtful(money.inDoubt(), all);
  }

  /** What was given up, or sent again, is in doubt no more, and may have been paid all the same. */
  private static String doubtful(Cost cost, Map<TaskState, Long> all) {
    if (isNothing(cost)) {
      return "";
    }
    boolean isOpen = all.containsKey(TaskState.IN_DOUBT) || all.containsKey(TaskState.SUBMITTING);
    return isOpen
        ? ", in doubt " + Formats.cost(cost)
        : ", and perhaps " + Formats.cost(cost) + " of doubts that are settled";
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
