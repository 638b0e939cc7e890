package dev.dailies.cli.words;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.budget.CapUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what was spent: in this run, and in all runs. */
public final class MoneyText {

  /** Follows what nobody has really paid. */
  public static final String SIMULATED = " (simulated)";

  private MoneyText() {}

  /**
   * As in {@code Spent $0.96 in this run, $1.60 plus 2 tasks of unknown price in all runs}.
   *
   * @param now what this run has spent of it
   * @param remark follows what was spent; may be empty
   */
  static String of(Money money, Cost now, String remark) {
    String settled = settled(money);
    if (isNothing(money.spent()) && isNothing(money.inDoubt())) {
      return settled.isEmpty() ? "Nothing spent" : "Nothing spent for certain; " + settled;
    }
    String inDoubt =
        isNothing(money.inDoubt()) ? "" : ", in doubt " + Formats.cost(money.inDoubt());
    return spent(money.spent(), now) + remark + inDoubt + (settled.isEmpty() ? "" : "; " + settled);
  }

  /**
   * What was given up, or sent again, is in doubt no more, and may have been paid all the same.
   * Empty if there is nothing of the kind.
   */
  public static String settled(Money money) {
    return isNothing(money.settledDoubts())
        ? ""
        : Formats.cost(money.settledDoubts())
            + " of doubts that you have settled may have been paid";
  }

  /**
   * What is used of the caps, as in {@code Budget: $41.20 of $50 today, 9 of 10 tasks in this run};
   * empty if there are none.
   */
  public static Optional<String> caps(List<CapUse> caps) {
    return caps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            caps.stream().map(CapUse::told).collect(Collectors.joining(", ", "Budget: ", "")));
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
    return cost.isNothing();
  }
}
