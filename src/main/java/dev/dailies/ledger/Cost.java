package dev.dailies.ledger;

import dev.dailies.provider.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What something costs, as far as anybody knows.
 *
 * @param usd in US dollars, over everything whose price is known
 * @param unpriced how many tasks or attempts have an unknown price
 */
public record Cost(BigDecimal usd, long unpriced) {

  /** The cost of nothing at all. */
  public static final Cost ZERO = new Cost(BigDecimal.ZERO, 0);

  private static final Cost ONE_UNPRICED = new Cost(BigDecimal.ZERO, 1);

  /** Written with two decimals, or as many as there are: sums of a database have more. */
  public Cost {
    usd = Amounts.plain(usd);
  }

  /** The cost of one task or attempt; null if its price is unknown. */
  public static Cost of(@Nullable Price price) {
    return price == null ? ONE_UNPRICED : new Cost(price.usd(), 0);
  }

  /** True if it certainly costs nothing. */
  public boolean isNothing() {
    return usd.signum() == 0 && unpriced == 0;
  }

  /** This without what it was before. */
  public Cost since(Cost before) {
    return new Cost(usd.subtract(before.usd), unpriced - before.unpriced);
  }

  /** Both together. */
  public Cost plus(Cost other) {
    return new Cost(usd.add(other.usd), unpriced + other.unpriced);
  }
}
