package dev.dailies.ledger;

import dev.dailies.provider.AttemptId;

/**
 * A committed intent to send: the task is SUBMITTING.
 *
 * @param id names the attempt
 */
public record Intent(Task task, AttemptId id) {}
