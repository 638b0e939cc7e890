package dev.dailies.simulator.money;

import java.math.BigDecimal;

/**
 * What a model costs.
 *
 * @param amount in what its provider counts: dollars, or credits
 * @param per task, second or image
 */
public record Tariff(BigDecimal amount, String per) {

  /** True if the length of the clip counts. */
  public boolean isBySecond() {
    return per.equals("second");
  }
}
