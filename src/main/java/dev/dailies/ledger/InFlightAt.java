package dev.dailies.ledger;

/**
 * The tasks of one provider that were sent to one address and are not settled.
 *
 * @param baseUrl as in {@link dev.dailies.provider.Request#baseUrl}
 */
public record InFlightAt(String provider, String baseUrl, long tasks) {}
