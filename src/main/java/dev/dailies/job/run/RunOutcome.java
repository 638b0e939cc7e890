package dev.dailies.job.run;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.CapUse;
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
 * @param caps what is used of each cap
 * @param waits what had failed until the end, and would have been tried again
 * @param done what this run has done, of all that stands in the ledger
 */
public record RunOutcome(
    Map<TaskState, Long> current,
    Map<TaskState, Long> all,
    List<StopReason> stopReasons,
    @Nullable Plan plan,
    Money money,
    List<CapUse> caps,
    List<Wait> waits,
    Done done,
    Instant startedAt,
    Instant endedAt) {

  /**
   * What one run has done.
   *
   * @param moves how many changes of state it has made
   * @param delivered how many tasks it has delivered
   * @param spent for what it has sent, or has found to be taken
   */
  public record Done(long moves, long delivered, Cost spent) {
    /** Of a run that nobody has watched. */
    public static final Done NOTHING = new Done(0, 0, Cost.ZERO);
  }

  /** The same for a run that only fetched: what it could do nothing about is left out. */
  public RunOutcome ofFetching() {
    return new RunOutcome(
        fetchable(current),
        fetchable(all),
        stopReasons,
        plan,
        money,
        caps,
        waits,
        done,
        startedAt,
        endedAt);
  }

  /** The same for a run that has also brought clips back which had been here. */
  public RunOutcome withClips(long broughtBack) {
    Done more = new Done(done.moves + broughtBack, done.delivered + broughtBack, done.spent);
    return new RunOutcome(
        current, all, stopReasons, plan, money, caps, waits, more, startedAt, endedAt);
  }

  private static Map<TaskState, Long> fetchable(Map<TaskState, Long> counts) {
    Map<TaskState, Long> fetchable = new TreeMap<>(counts);
    fetchable
        .keySet()
        .retainAll(Set.of(TaskState.SUCCEEDED, TaskState.DELIVERED, TaskState.UNDELIVERED));
    return fetchable;
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

  /** True if this run has changed nothing. */
  public boolean didNothing() {
    return done.moves() == 0;
  }

  /** True while some task, of whatever manifest, has something left to do. */
  public boolean leavesWork() {
    return all.entrySet().stream().anyMatch(e -> e.getKey().isOpen() && e.getValue() > 0);
  }
}
