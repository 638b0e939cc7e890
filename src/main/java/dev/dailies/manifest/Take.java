package dev.dailies.manifest;

import dev.dailies.provider.Price;
import dev.dailies.provider.Shot;
import org.jspecify.annotations.Nullable;

/**
 * One take that a valid row asks for.
 *
 * @param price what the provider expects it to cost; null if nobody knows
 */
public record Take(Shot shot, @Nullable Price price) {}
