package dev.dailies.ledger;

import java.math.BigDecimal;

/**
 * Where the money stands, over all attempts ever made, in US dollars.
 *
 * @param spent for the attempts that a provider took: as charged, else as expected
 * @param inDoubt expected price of the attempts that were sent and whose outcome nobody here knows
 *     (yet): in doubt, given up or sent again while in doubt, or on the wire
 * @param unpriced how many of all these attempts have a price that nobody knows
 */
public record Money(BigDecimal spent, BigDecimal inDoubt, long unpriced) {}
