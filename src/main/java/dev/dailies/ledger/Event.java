package dev.dailies.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a task's state, as the event log has it.
 *
 * @param attempt the attempt's number; null if the change was none of an attempt
 * @param httpStatus of the answer that it rests on; null if there was none
 * @param requestId the provider's own id of the exchange
 */
public record Event(
    Instant at,
    @Nullable Integer attempt,
    TaskState from,
    TaskState to,
    @Nullable Integer httpStatus,
    @Nullable String requestId,
    @Nullable String code,
    @Nullable String reason) {}
