package dev.dailies.ledger;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param request as it was sent
 * @param ticket null if none came
 * @param charged what the provider said it cost; null if it did not say
 * @param intendedAt just before it was sent
 * @param acceptedAt when the provider took it; null if it did not, or if that is unknown
 * @param endedAt when the provider gave its final answer; null until then
 * @param retryable whether the same request, paid again, may succeed; null if it did not fail
 */
public record SentAttempt(
    AttemptId id,
    int number,
    String provider,
    Request request,
    @Nullable String ticket,
    @Nullable Price charged,
    Instant intendedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable Boolean retryable) {

  /** True if the provider took it, and it may cost money. */
  public boolean wasTaken() {
    return acceptedAt != null;
  }

  /** True if its outcome is unknown. */
  public boolean isUnknown() {
    return acceptedAt == null && endedAt == null;
  }

  /** What it cost as charged, else as expected; null if unknown. */
  public @Nullable Price price() {
    return charged == null ? request.price() : charged;
  }

  /** The same as a cost, which can be added up. */
  public Cost cost() {
    return Cost.of(price());
  }
}
