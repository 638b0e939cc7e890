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

  /** Nothing to say but what the answer was. */
  public static Cause of(Evidence evidence) {
    return new Cause(null, null, evidence);
  }

  /** A reason of our own, with no answer behind it. */
  public static Cause because(String reason) {
    return new Cause(null, reason, Evidence.NONE);
  }
}
