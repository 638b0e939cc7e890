package dev.dailies.job.reconcile;

import dev.dailies.report.money.Share;
import java.math.BigDecimal;

/**
 * An amount on both sides.
 *
 * @param ours what attempts come to here
 * @param theirs what the provider says, in US dollars
 */
public record Pair(Share ours, BigDecimal theirs) {

  static final Pair NONE = new Pair(Share.NONE, BigDecimal.ZERO);

  Pair plus(Pair other) {
    return new Pair(ours.plus(other.ours), theirs.add(other.theirs));
  }

  /** How much more the provider says, in US dollars; what has no price here counts as nothing. */
  public BigDecimal difference() {
    return theirs.subtract(ours.cost().usd());
  }

  /** What has no price here may be what they say more. */
  public boolean agrees() {
    int sign = difference().signum();
    return sign == 0 || (sign > 0 && ours.cost().unpriced() > 0);
  }
}
