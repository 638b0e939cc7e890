package dev.dailies.report.money;

import dev.dailies.ledger.Cost;

/**
 * What some attempts come to.
 *
 * @param attempts how many of them may have cost money
 */
public record Share(long attempts, Cost cost) {

  /** Of no attempt. */
  public static final Share NONE = new Share(0, Cost.ZERO);

  /** Both together. */
  public Share plus(Share other) {
    return new Share(attempts + other.attempts, cost.plus(other.cost));
  }
}
