package dev.dailies.provider.models;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and costs in one operation, by a data file. A list or value that is left out
 * means that there is no rule.
 *
 * @param format which of a provider's formats this is about; null for all of them
 * @param usual true for the model that a row without one gets
 * @param required columns that must have a value
 * @param without columns that the route has a field for and this model has not
 * @param names fields, by their column, that this model calls otherwise than the route does
 * @param durations in seconds
 * @param usualDuration what is sent when the row has none; null if nothing is
 * @param ratios as the provider writes them
 * @param usualRatio what is sent when the row has none; null if nothing is
 * @param usualStyle what is sent when the row has none; null if nothing is
 * @param promptLimit in UTF-16 units
 * @param seedDocumented the largest seed that the page names
 * @param seedLimit the largest seed that is sent
 * @param mostReferences how many references it takes; null if there is no rule
 * @param price what a task costs; null if nobody knows
 * @param makingSeconds how long a task takes as a rule, from and to; empty if nobody knows
 * @param retired since when, and what is known of it; null for a model in service
 */
@JsonIgnoreProperties({"source", "checked"})
public record ModelFacts(
    Operation operation,
    @Nullable String format,
    String model,
    boolean usual,
    @JsonProperty List<String> required,
    List<String> without,
    Map<String, String> names,
    List<Integer> durations,
    @Nullable Integer usualDuration,
    List<String> ratios,
    @Nullable String usualRatio,
    @Nullable String usualStyle,
    @Nullable Integer promptLimit,
    @Nullable Long seedDocumented,
    @Nullable Long seedLimit,
    @Nullable Integer mostReferences,
    @Nullable ModelPrice price,
    List<Integer> makingSeconds,
    @Nullable String retired) {

  /** Lists that the file leaves out are empty. */
  @SuppressWarnings("NullAway") // the data file may leave any of them out
  public ModelFacts {
    required = required == null ? List.of() : List.copyOf(required);
    without = without == null ? List.of() : List.copyOf(without);
    names = names == null ? Map.of() : Map.copyOf(names);
    durations = durations == null ? List.of() : List.copyOf(durations);
    ratios = ratios == null ? List.of() : List.copyOf(ratios);
    makingSeconds = makingSeconds == null ? List.of() : List.copyOf(makingSeconds);
    if (!makingSeconds.isEmpty()
        && (makingSeconds.size() != 2
            || makingSeconds.get(0) < 1
            || makingSeconds.get(1) < makingSeconds.get(0))) {
      throw new IllegalArgumentException(
          "makingSeconds of %s must be two numbers, as in [60, 240], not %s"
              .formatted(model, makingSeconds));
    }
  }

  /** What the model takes for a ratio: the same shape, as it writes that; else what was asked. */
  String taken(String ratio) {
    return ratios.isEmpty() || ratios.contains(ratio)
        ? ratio
        : Shape.among(ratios, ratio).orElse(ratio);
  }

  /** How long a task takes as a rule; empty if nobody knows. */
  Optional<TimeRange> making() {
    return makingSeconds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimeRange(
                Duration.ofSeconds(makingSeconds.get(0)),
                Duration.ofSeconds(makingSeconds.get(1))));
  }

  /**
   * What a task is expected to cost; null if nobody knows.
   *
   * @param sent what is sent for it, by the names of columns and options
   * @param usdPerCredit what the provider's credit costs; null if it has none
   */
  @Nullable Price expected(Map<String, Object> sent, @Nullable BigDecimal usdPerCredit) {
    return price == null ? null : price.of(sent, usdPerCredit);
  }

  ModelFacts priced(ModelPrice other) {
    return new ModelFacts(
        operation,
        format,
        model,
        usual,
        required,
        without,
        names,
        durations,
        usualDuration,
        ratios,
        usualRatio,
        usualStyle,
        promptLimit,
        seedDocumented,
        seedLimit,
        mostReferences,
        other,
        makingSeconds,
        retired);
  }
}
