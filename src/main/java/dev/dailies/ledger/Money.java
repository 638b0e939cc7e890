package dev.dailies.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cost of all attempts ever made.
 *
 * @param spent for the attempts that a provider took: as charged, else as expected
 * @param inDoubt expected for what is in doubt now, or on the wire
 * @param settledDoubts expected for what was given up or sent again while it was in doubt: it may
 *     have been paid all the same
 */
public record Money(Cost spent, Cost inDoubt, Cost settledDoubts) {

  /** In JSON the amounts share one count. */
  private record Written(
      BigDecimal spent, BigDecimal inDoubt, @Nullable BigDecimal settledDoubts, long unpriced) {}

  /** Where no doubt was ever settled. */
  public Money(Cost spent, Cost inDoubt) {
    this(spent, inDoubt, Cost.ZERO);
  }

  /** Reads what {@link #written} wrote. Which of them has the unpriced attempts is not kept. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Money read(Written written) {
    BigDecimal settled = Objects.requireNonNullElse(written.settledDoubts, BigDecimal.ZERO);
    return new Money(
        new Cost(written.spent, written.unpriced),
        new Cost(written.inDoubt, 0),
        new Cost(settled, 0));
  }

  @JsonValue
  Written written() {
    return new Written(spent.usd(), inDoubt.usd(), settledDoubts.usd(), unpriced());
  }

  /** How many of all these attempts have an unknown price. */
  public long unpriced() {
    return spent.unpriced() + inDoubt.unpriced() + settledDoubts.unpriced();
  }
}
