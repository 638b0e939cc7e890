package dev.dailies.provider.cometapi;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and costs in one operation, by the data file.
 *
 * @param usual true for the model that a row without one gets
 * @param durations in seconds; empty if there is no rule
 * @param usualDuration what is sent when the row has none; null if nothing is
 * @param ratios empty if there is no rule
 * @param usualRatio what is sent when the row has none; null if nothing is
 * @param promptLimit in UTF-16 units
 * @param seedDocumented the largest seed that the page names
 * @param seedLimit the largest seed that the page's own example sends
 * @param usd per task; null if nobody knows
 */
record ModelFacts(
    Operation operation,
    String model,
    boolean usual,
    List<Integer> durations,
    @Nullable Integer usualDuration,
    List<String> ratios,
    @Nullable String usualRatio,
    int promptLimit,
    long seedDocumented,
    long seedLimit,
    @Nullable BigDecimal usd) {

  @Nullable Price price() {
    return usd == null ? null : new Price(usd);
  }
}
