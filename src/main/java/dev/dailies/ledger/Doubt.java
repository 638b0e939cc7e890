package dev.dailies.ledger;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Request;

/**
 * A task in doubt: it was sent, and the outcome is unknown.
 *
 * @param id our own name for the attempt, which some providers can be asked by
 * @param request as it was sent
 */
public record Doubt(Task task, AttemptId id, Request request) {}
