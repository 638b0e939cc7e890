package dev.dailies.ledger;

import dev.dailies.provider.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Why a task changes its state, for the event log and for people.
 *
 * @param code a short word that tools can tell apart, as in {@code INTERNAL.BAD_OUTPUT}
 * @param reason a sentence for people
 */
public record Cause(@Nullable String code, @Nullable String reason, Evidence evidence) {

  /** The code of a task whose result the provider no longer has: no run looks for it again. */
  public static final String GONE = "GONE";

  /** The code of what a person has decided: it follows a ticket that was found. */
  public static final String ADOPTED = "ADOPTED";

  /** The code of what a person has decided: it is sent again. */
  public static final String RESUBMITTED = "RESUBMITTED";

  /** The code of what a person has decided: nobody waits for it. */
  public static final String GIVEN_UP = "GIVEN_UP";

  /** A cause that consists of the answer alone. */
  public static Cause of(Evidence evidence) {
    return new Cause(null, null, evidence);
  }

  /** A reason of our own, without an answer of the provider. */
  public static Cause because(String reason) {
    return new Cause(null, reason, Evidence.NONE);
  }
}
