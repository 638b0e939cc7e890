package dev.dailies.simulator.money;

import java.math.BigDecimal;

/**
 * What one task costs.
 *
 * @param amount in what the provider counts: dollars, or credits
 * @param known false for a price that nobody publishes, and that the simulator has made up
 * @param at when it was charged, in milliseconds since 1970
 * @param refundAt when it is given back, in milliseconds since 1970; {@link #NEVER} if it is kept
 */
public record Charge(
    String ticket, String model, BigDecimal amount, boolean known, long at, long refundAt) {

  /** What is paid stays paid. */
  public static final long NEVER = Long.MAX_VALUE;

  /** What is charged in the end: nothing for what is given back. */
  public BigDecimal inTheEnd() {
    return refundAt == NEVER ? amount : BigDecimal.ZERO;
  }
}
