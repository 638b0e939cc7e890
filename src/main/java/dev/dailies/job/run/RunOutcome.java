package dev.dailies.job.run;

import dev.dailies.ledger.Money;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended: what an exit code and a summary are made of.
 *
 * @param current how many tasks of the newest manifest there are in each state
 * @param all the same over all manifests so far
 * @param stopReasons why something was not sent or not waited for
 * @param plan the newest plan; null if there is none
 * @param waits what had failed until the end, and would have been tried again
 * @param moved how many changes of state this run has made
 */
public record RunOutcome(
    Map<TaskState, Long> current,
    Map<TaskState, Long> all,
    List<StopReason> stopReasons,
    @Nullable Plan plan,
    Money money,
    List<Wait> waits,
    long moved,
    Instant startedAt,
    Instant endedAt) {

  /** The same for a run that only fetched: what it could do nothing about is left out. */
  public RunOutcome ofFetching() {
    Map<TaskState, Long> fetchable = new TreeMap<>(current);
    fetchable
        .keySet()
        .retainAll(Set.of(TaskState.SUCCEEDED, TaskState.DELIVERED, TaskState.UNDELIVERED));
    return new RunOutcome(
        fetchable, all, stopReasons, plan, money, waits, moved, startedAt, endedAt);
  }

  /** How many tasks of the newest manifest are in one of the given states. */
  public long count(TaskState... states) {
    long sum = 0;
    for (TaskState state : states) {
      sum += current.getOrDefault(state, 0L);
    }
    return sum;
  }

  /** True if one of the reasons is of the given kind. */
  public boolean stoppedBy(StopReason.Kind kind) {
    return stopReasons.stream().anyMatch(reason -> reason.kind() == kind);
  }

  /** True while some task, of whatever manifest, has something left to do. */
  public boolean leavesWork() {
    return all.entrySet().stream().anyMatch(e -> e.getKey().isOpen() && e.getValue() > 0);
  }
}
