package dev.dailies.provider;

import java.math.BigDecimal;

/**
 * An amount of money in US dollars, never negative. An unknown price is null, not a {@code Price}.
 */
public record Price(BigDecimal usd) {

  public Price {
    if (usd.signum() < 0) {
      throw new IllegalArgumentException("a price is never negative, was " + usd);
    }
  }

  /** Reads a decimal number of dollars. */
  public static Price usd(String amount) {
    return new Price(new BigDecimal(amount));
  }
}
