package dev.dailies.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * The cost of all attempts ever made.
 *
 * @param spent for the attempts that a provider took: as charged, else as expected
 * @param inDoubt expected for the attempts that were sent and whose outcome is unknown (yet): in
 *     doubt, given up or sent again while in doubt, or on the wire
 */
public record Money(Cost spent, Cost inDoubt) {

  /** In JSON the two amounts share one count. */
  private record Written(BigDecimal spent, BigDecimal inDoubt, long unpriced) {}

  /** Reads what {@link #written} wrote. Which of the two has the unpriced attempts is not kept. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Money read(Written written) {
    return new Money(new Cost(written.spent, written.unpriced), new Cost(written.inDoubt, 0));
  }

  @JsonValue
  Written written() {
    return new Written(spent.usd(), inDoubt.usd(), unpriced());
  }

  /** How many of all these attempts have an unknown price. */
  public long unpriced() {
    return spent.unpriced() + inDoubt.unpriced();
  }
}
