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
 * @param baseUrl the address that it was sent to
 * @param model null where none was named
 * @param ticket null if none came
 * @param sentAt just before it was sent
 * @param expected in US dollars; null if nobody knew
 * @param charged what the provider said it cost; null if it did not say
 * @param counts false if it certainly cost nothing: it was refused, or never taken
 * @param answered false if nobody knows, or ever will, whether it was taken
 * @param last false if another was sent in its place, or is to be
 */
public record Charge(
    String task,
    TaskState state,
    int number,
    String provider,
    String baseUrl,
    @Nullable String model,
    @Nullable String ticket,
    Instant sentAt,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal charged,
    boolean counts,
    boolean answered,
    boolean last) {

  /** What counts as spent: as charged, else as expected; null if nobody knows. */
  public @Nullable BigDecimal spent() {
    if (!counts) {
      return BigDecimal.ZERO;
    }
    return charged == null ? expected : charged;
  }

  /** The same as a cost, which can be added up. */
  public Cost cost() {
    BigDecimal spent = spent();
    return spent == null ? new Cost(BigDecimal.ZERO, 1) : new Cost(spent, 0);
  }

  /** What has become of it. */
  public Outcome outcome() {
    return Outcome.of(this);
  }
}
