package dev.dailies.ledger;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt.
 *
 * @param request as it was sent
 * @param ticket null if none came
 * @param charged what the provider said it cost; null if it did not say
 * @param intendedAt just before it was sent
 * @param acceptedAt when the provider took it; null if it did not, or nobody knows
 * @param endedAt when the provider's last word came; null while it has not
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
    @Nullable Instant endedAt) {}
