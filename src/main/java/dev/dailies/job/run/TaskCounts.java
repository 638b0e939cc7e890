package dev.dailies.job.run;

import dev.dailies.ledger.Move;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many tasks there are in each state, for people to watch: counted in the ledger once, then
 * followed change by change.
 */
public final class TaskCounts {

  private final TaskQueries queries;
  private final OpenTasks tasks;
  private final RecentMoves recent = new RecentMoves();
  private final Map<TaskState, Long> counts = new EnumMap<>(TaskState.class);

  TaskCounts(TaskQueries queries, OpenTasks tasks) {
    this.queries = queries;
    this.tasks = tasks;
  }

  /** Counts anew, after the ledger was changed by the thousand. */
  public synchronized void recount() {
    counts.clear();
    counts.putAll(queries.countAll());
    counts.remove(TaskState.WITHDRAWN);
    recent.begin(tasks.in(TaskState.SUBMITTED));
  }

  /** Follows a change of state. */
  public synchronized void moved(Move move) {
    counts.merge(move.from(), -1L, Long::sum);
    counts.merge(move.to(), 1L, Long::sum);
    recent.moved(move);
  }

  /** Which tasks they are, as far as people want to know. */
  RecentMoves recent() {
    return recent;
  }

  /** The counts of this moment. */
  public synchronized Map<TaskState, Long> counts() {
    Map<TaskState, Long> present = new EnumMap<>(counts);
    present.values().removeIf(count -> count == 0);
    return present;
  }
}
