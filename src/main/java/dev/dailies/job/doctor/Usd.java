package dev.dailies.job.doctor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes amounts for people. */
final class Usd {

  private Usd() {}

  /** As in {@code $3.20}. */
  static String of(BigDecimal amount) {
    return "$" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
