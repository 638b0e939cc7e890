package dev.dailies.simulator.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one account was charged, in dollars, for tests and people to compare with.
 *
 * @param balanceUsd what is left
 * @param chargedUsd for all tasks that were accepted
 * @param refundedUsd of that
 * @param spentUsd charged and not refunded
 * @param madeUpUsd how much of that was for models whose price nobody publishes
 * @param tasks how many were charged
 * @param models the same by model
 */
public record Statement(
    BigDecimal balanceUsd,
    BigDecimal chargedUsd,
    BigDecimal refundedUsd,
    BigDecimal spentUsd,
    BigDecimal madeUpUsd,
    int tasks,
    Map<String, OfModel> models) {

  /**
   * What was charged for one model.
   *
   * @param madeUp how many of the tasks were at a price that nobody publishes
   */
  public record OfModel(int tasks, int madeUp, BigDecimal spentUsd) {

    private OfModel and(Move move, BigDecimal usd) {
      int one = move.isRefund() ? 0 : 1;
      return new OfModel(
          tasks + one, madeUp + (move.charge().known() ? 0 : one), spentUsd.add(usd));
    }
  }

  private static final OfModel NOTHING = new OfModel(0, 0, BigDecimal.ZERO);

  /**
   * The statement of a moment.
   *
   * @param now milliseconds since 1970
   */
  public static Statement of(Account account, long now) {
    BigDecimal charged = BigDecimal.ZERO;
    BigDecimal refunded = BigDecimal.ZERO;
    BigDecimal madeUp = BigDecimal.ZERO;
    int tasks = 0;
    Map<String, OfModel> models = new TreeMap<>();
    for (Move move : account.moves(now)) {
      BigDecimal usd = account.usd(move.amount());
      if (move.isRefund()) {
        refunded = refunded.subtract(usd);
      } else {
        charged = charged.add(usd);
        tasks++;
      }
      madeUp = move.charge().known() ? madeUp : madeUp.add(usd);
      models.compute(
          move.charge().model(), (name, sofar) -> (sofar == null ? NOTHING : sofar).and(move, usd));
    }
    return new Statement(
        account.usd(account.balance(now)),
        charged,
        refunded,
        charged.subtract(refunded),
        madeUp,
        tasks,
        models);
  }
}
