package dev.dailies.job.plan;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is left to send to one provider.
 *
 * @param expectedUsd over the tasks whose price is known
 * @param unpriced how many tasks have a price that nobody knows
 * @param rate the configured one
 * @param submitTime from the first submission to the last, at that rate
 */
public record SendEstimate(
    String provider,
    long tasks,
    BigDecimal expectedUsd,
    long unpriced,
    String rate,
    Duration submitTime) {}
