package dev.dailies.job.plan;

import dev.dailies.ledger.Cost;
import java.time.Duration;

/**
 * What is left to send to one provider.
 *
 * @param expected what the tasks will cost
 * @param rate the configured one
 * @param submitTime from the first submission to the last, at that rate
 */
public record SendEstimate(
    String provider, long tasks, Cost expected, String rate, Duration submitTime) {}
