package dev.dailies.ledger;

import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How amounts are written down, and kept in the ledger's columns {@code numeric(20, 8)}. */
public final class Amounts {

  private static final int DECIMALS = 8;
  private static final int DIGITS_BEFORE_THE_POINT = 12;

  private Amounts() {}

  /**
   * The value to write for a price. An amount too large for the column counts as unknown: refusing
   * it would lose the ticket that came with it, which is worse.
   */
  static @Nullable BigDecimal of(@Nullable Price price) {
    if (price == null || digitsBeforeThePoint(price.usd()) > DIGITS_BEFORE_THE_POINT) {
      return null;
    }
    return price.usd().setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** Reads a written price, without the zeros that only fill the column. */
  static @Nullable Price read(@Nullable BigDecimal amount) {
    return amount == null ? null : new Price(plain(amount));
  }

  /** As people read it, to the cent: {@code $3.20}. */
  public static String dollars(BigDecimal amount) {
    return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** The amount with at least two decimals, as people write money, and no more than it needs. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }

  private static long digitsBeforeThePoint(BigDecimal amount) {
    return (long) amount.precision() - amount.scale();
  }
}
