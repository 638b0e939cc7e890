package dev.dailies.job.reconcile;

import dev.dailies.ledger.Charge;
import dev.dailies.ledger.Outcome;
import dev.dailies.ledger.TaskState;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that may explain why a provider says another amount.
 *
 * @param told what the provider says now that it cost, in US dollars; null if it does not say
 */
public record Suspect(Charge charge, Why why, @Nullable BigDecimal told) {

  /** Why its price may be another one there. */
  public enum Why {
    /** Nobody knows whether it was taken. */
    IN_DOUBT,
    /** Nobody knew, and a person has given it up or had it sent again. */
    SETTLED_DOUBT,
    /** It is said never to have been taken, and counts as nothing here. */
    NEVER_TAKEN,
    LOST,
    /** It may be charged only when it ends. */
    AT_THE_PROVIDER,
    /** What it cost was not said when it ended. */
    PRICE_NOT_TOLD,
    /** What it cost was said when it ended. */
    PRICE_TOLD
  }

  /** Empty of what never left. */
  static Optional<Suspect> of(Charge charge) {
    return Optional.ofNullable(why(charge)).map(why -> new Suspect(charge, why, null));
  }

  private static @Nullable Why why(Charge charge) {
    Outcome outcome = charge.outcome();
    if (!charge.counts()) {
      return charge.answered() ? null : Why.NEVER_TAKEN;
    }
    if (outcome.isInDoubt()) {
      return Why.IN_DOUBT;
    }
    if (outcome.equals(Outcome.SETTLED_DOUBT)) {
      return Why.SETTLED_DOUBT;
    }
    if (charge.last() && charge.state() == TaskState.LOST) {
      return Why.LOST;
    }
    if (charge.last() && charge.state() == TaskState.SUBMITTED) {
      return Why.AT_THE_PROVIDER;
    }
    return charge.charged() == null ? Why.PRICE_NOT_TOLD : Why.PRICE_TOLD;
  }

  /** False of a clip like any other, whose price nobody has told. */
  boolean isSpecial() {
    return why != Why.PRICE_NOT_TOLD || told != null || charge.outcome().hasNoClip();
  }

  Suspect says(BigDecimal usd) {
    return new Suspect(charge, why, usd);
  }

  /** What it counts as here, in US dollars; null if nobody knows. */
  public @Nullable BigDecimal counted() {
    return charge.spent();
  }

  /** True if what is told of it explains nothing. */
  boolean isCleared() {
    BigDecimal counted = counted();
    return (told != null && counted != null)
        ? told.compareTo(counted) == 0
        : why == Why.PRICE_TOLD && told == null;
  }

  /** By how much the provider says more than counts here, as far as that is sure. */
  BigDecimal sure() {
    BigDecimal counted = counted();
    return told == null || counted == null ? BigDecimal.ZERO : told.subtract(counted);
  }

  /** How much less the provider may have charged than counts here. */
  BigDecimal atMostLess() {
    BigDecimal counted = counted();
    return told != null || counted == null ? BigDecimal.ZERO : counted;
  }

  /** How much more it may have charged. */
  BigDecimal atMostMore() {
    BigDecimal expected = charge.expected();
    return why != Why.NEVER_TAKEN || told != null || expected == null ? BigDecimal.ZERO : expected;
  }
}
