package dev.dailies.job.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a run stands at one moment, for people to watch.
 *
 * @param counts tasks by state
 * @param money over all runs; a few seconds old
 * @param waits what fails now and is tried again
 * @param stopReasons why something is not sent any more
 */
public record RunStatus(
    Instant startedAt,
    Instant at,
    Map<TaskState, Long> counts,
    Money money,
    List<Wait> waits,
    List<String> stopReasons) {

  /** What keeps providers from their work, by provider, in words; most have no entry. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Map<String, String> waitsFor() {
    return waits.stream()
        .collect(
            Collectors.toMap(
                Wait::provider,
                wait -> wait.told(at),
                (one, other) -> one + "; " + other,
                TreeMap::new));
  }

  /** How many tasks are in such states. */
  public long count(Predicate<TaskState> states) {
    return counts.entrySet().stream()
        .filter(entry -> states.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
