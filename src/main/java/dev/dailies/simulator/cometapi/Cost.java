package dev.dailies.simulator.cometapi;

import dev.dailies.simulator.Bill;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.PriceList;
import dev.dailies.simulator.money.Tariff;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Outcome;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What creates cost, in dollars. The gateway's lineage gives back whatever fails. */
final class Cost {

  /** Made up: what a task of a model costs whose price nobody publishes. */
  private static final Tariff MADE_UP = new Tariff(new BigDecimal("0.25"), "task");

  private static final Set<Outcome> FAILURES = EnumSet.complementOf(EnumSet.of(Outcome.SUCCEEDS));

  private final PriceList prices;
  private final BigDecimal factor;
  private final Account account;

  /**
   * @param factor how many times its price everything costs
   */
  Cost(PriceList prices, BigDecimal factor, Account account) {
    this.prices = prices;
    this.factor = factor;
    this.account = account;
  }

  /**
   * @param format official or compat
   */
  Bill of(Order order, String format) {
    Optional<Tariff> published = prices.find(order.operation().label(), format, order.model());
    Tariff tariff = published.orElse(MADE_UP);
    BigDecimal units = tariff.isBySecond() ? BigDecimal.valueOf(order.seconds()) : BigDecimal.ONE;
    return new Bill(
        account,
        order.model().isEmpty() ? order.operation().label() : order.model(),
        tariff.amount().multiply(units).multiply(factor),
        published.isPresent(),
        FAILURES,
        Errors.noCredits());
  }
}
