package dev.dailies.job.run;

import dev.dailies.text.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long this run may take, counted from its start by the monotonic clock. */
final class TimeLimit {

  private final long start = System.nanoTime();
  private final @Nullable Duration limit;

  TimeLimit(@Nullable Duration limit) {
    this.limit = limit;
  }

  String told() {
    return "the time limit" + (limit == null ? "" : " of " + Times.span(limit)) + " is reached";
  }

  boolean isOver() {
    return limit != null && System.nanoTime() - start > limit.toNanos();
  }
}
