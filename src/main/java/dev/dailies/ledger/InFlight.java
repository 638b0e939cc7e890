package dev.dailies.ledger;

import dev.dailies.provider.Attempt;
import java.time.Instant;

/**
 * A task that the provider has given a ticket for, with the frozen facts of its attempt.
 *
 * @param acceptedAt when the ticket came
 */
public record InFlight(Task task, Attempt attempt, Instant acceptedAt) {}
