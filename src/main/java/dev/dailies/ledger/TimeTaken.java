package dev.dailies.ledger;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider took for a clip, from the ticket to the poll that found it finished, measured
 * within one run by the monotonic clock.
 */
public record TimeTaken(Kind kind, Duration time) {

  /**
   * Tasks of one kind take about as long.
   *
   * @param model as it was sent; null where the provider has none
   * @param seconds the length of the clip that the row asks for; null if it does not say
   */
  public record Kind(String provider, @Nullable String model, @Nullable Integer seconds) {

    /** The kind of a task in flight. */
    public static Kind of(InFlight flight) {
      return of(flight.task(), flight.attempt().request().model());
    }

    static Kind of(Task task, @Nullable String model) {
      return new Kind(
          Objects.requireNonNull(task.provider()),
          model,
          task.shot() == null ? null : task.shot().duration());
    }
  }
}
