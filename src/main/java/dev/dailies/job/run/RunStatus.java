package dev.dailies.job.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.pacing.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands at one moment, for people to watch.
 *
 * @param counts tasks by state
 * @param toSend how many of those that are not sent yet this run may still send; null where nobody
 *     has said
 * @param money over all runs; a few seconds old
 * @param simulated true if nothing was really paid; a few seconds old, too
 * @param caps what is used of each cap
 * @param waits what fails now and is tried again
 * @param stopReasons why something is not sent any more
 * @param running the first tasks that are at providers, by name
 * @param troubles the last tasks that have come to a bad end in this run, newest last
 * @param stopsBy until when a stopped run waits for answers; null while it is not stopped
 */
public record RunStatus(
    Instant startedAt,
    Instant at,
    Map<TaskState, Long> counts,
    @Nullable Long toSend,
    Money money,
    @Nullable Boolean simulated,
    List<CapUse> caps,
    List<Wait> waits,
    List<String> stopReasons,
    List<String> running,
    List<Trouble> troubles,
    @Nullable Instant stopsBy) {

  /** A file of an earlier version has no names. */
  public RunStatus {
    caps = caps == null ? List.of() : caps;
    running = running == null ? List.of() : running;
    troubles = troubles == null ? List.of() : troubles;
  }

  /**
   * A task that has come to a bad end.
   *
   * @param reason a sentence for people; null if there is none
   */
  public record Trouble(String name, TaskState state, @Nullable String reason) {}

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

  /** True if nothing was really paid, as far as anybody has said. */
  @JsonIgnore
  public boolean isSimulated() {
    return Boolean.TRUE.equals(simulated);
  }

  /** How many tasks this run has still to bring to an end. */
  public long open() {
    long unsent = count(state -> state == TaskState.PLANNED);
    return count(TaskState::isOpen) - unsent + (toSend == null ? unsent : toSend);
  }

  /** How many tasks are in such states. */
  public long count(Predicate<TaskState> states) {
    return counts.entrySet().stream()
        .filter(entry -> states.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
