package dev.dailies.job.plan;

import dev.dailies.provider.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a run that starts now would take until everything is here, if nothing fails.
 *
 * @param left null if nothing is left, or nobody knows
 * @param clip how long one clip takes; null as above
 * @param isMeasured true if earlier nights tell, false if a models' file or a setting does
 * @param unknown the models of which nobody knows how long they take: their clips are left out
 * @param leftOut how many clips these are
 */
public record ReadyTime(
    @Nullable TimeRange left,
    @Nullable TimeRange clip,
    boolean isMeasured,
    List<String> unknown,
    long leftOut) {}
