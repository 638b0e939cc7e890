package dev.dailies.report;

import java.math.BigDecimal;

/** How amounts of money are written down. */
final class Dollars {

  private Dollars() {}

  /** With two digits after the point, more where there are more cents to tell. */
  static BigDecimal exact(BigDecimal usd) {
    BigDecimal stripped = usd.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }

  /** As people write it: {@code $0.25}. */
  static String text(BigDecimal usd) {
    return "$" + exact(usd).toPlainString();
  }
}
