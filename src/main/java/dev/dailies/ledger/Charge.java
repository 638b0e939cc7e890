package dev.dailies.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as a bookkeeper sees it.
 *
 * @param task the task's name
 * @param state where the task stands
 * @param number of the attempt, from 1
 * @param model null where none was named
 * @param ticket null if none came
 * @param sentAt just before it was sent
 * @param expected in US dollars; null if nobody knew
 * @param charged what the provider said it cost; null if it did not say
 * @param counts false if it certainly cost nothing: it was refused, or never taken
 */
public record Charge(
    String task,
    TaskState state,
    int number,
    String provider,
    @Nullable String model,
    @Nullable String ticket,
    Instant sentAt,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal charged,
    boolean counts) {

  /** What counts as spent: as charged, else as expected; null if nobody knows. */
  public @Nullable BigDecimal spent() {
    if (!counts) {
      return BigDecimal.ZERO;
    }
    return charged == null ? expected : charged;
  }
}
