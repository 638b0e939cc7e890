package dev.dailies.ledger;

import java.math.BigDecimal;

/**
 * Where the money stands, over all tasks ever sent, in US dollars.
 *
 * @param spent for tasks with a ticket: as charged, else as expected
 * @param inDoubt expected price of the tasks in doubt
 * @param unpriced how many sent tasks have a price that nobody knows
 */
public record Money(BigDecimal spent, BigDecimal inDoubt, long unpriced) {}
