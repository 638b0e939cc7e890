package dev.dailies.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider thinks of a shot before anything is sent.
 *
 * @param problems everything wrong with it, not only the first thing
 * @param price what it is expected to cost; null if nobody knows
 */
public record Review(List<Problem> problems, @Nullable Price price) {}
