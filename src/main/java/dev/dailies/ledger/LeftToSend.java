package dev.dailies.ledger;

import java.math.BigDecimal;

/**
 * The PLANNED tasks of one provider.
 *
 * @param expectedUsd over the tasks whose price is known
 * @param unpriced how many have a price that nobody knows
 */
public record LeftToSend(String provider, long tasks, BigDecimal expectedUsd, long unpriced) {}
