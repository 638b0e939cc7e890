package dev.dailies.ledger;

/**
 * The PLANNED tasks of one provider.
 *
 * @param expected what they will cost
 */
public record LeftToSend(String provider, long tasks, Cost expected) {}
