package dev.dailies.job;

import dev.dailies.provider.Gate;
import dev.dailies.provider.Provider;
import dev.dailies.provider.ProviderSettings;
import io.github.resilience4j.ratelimiter.RateLimiter;

/**
 * A provider as this run uses it: the adapter, its settings, and all that paces it.
 *
 * @param submitLane submissions on the wire
 * @param pollLane looks on the wire
 * @param pollLimiter how many looks there may be, over all tasks
 */
record Slot(
    String name,
    String type,
    Provider provider,
    ProviderSettings settings,
    Gate gate,
    Lane submitLane,
    Lane pollLane,
    RateLimiter pollLimiter) {}
