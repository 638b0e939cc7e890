package dev.dailies.job.run;

import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a run stands at one moment, for people to watch.
 *
 * @param counts tasks by state
 * @param money over all runs; a few seconds old
 * @param waitsFor what keeps a provider's submissions back, by provider; most have no entry
 * @param stopReasons why something is not sent any more
 */
public record RunStatus(
    Instant startedAt,
    Instant at,
    Map<TaskState, Long> counts,
    Money money,
    Map<String, String> waitsFor,
    List<String> stopReasons) {

  /** How many tasks are in such states. */
  public long count(Predicate<TaskState> states) {
    return counts.entrySet().stream()
        .filter(entry -> states.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
