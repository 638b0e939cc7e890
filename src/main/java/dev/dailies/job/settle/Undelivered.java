package dev.dailies.job.settle;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was paid for and is not here. To fetch it once more is free. */
public final class Undelivered {

  private final TaskQueries queries;
  private final NamedTasks named;
  private final Ledger ledger;

  Undelivered(TaskQueries queries, Ledger ledger) {
    this.queries = queries;
    this.named = new NamedTasks(queries);
    this.ledger = ledger;
  }

  /**
   * Has the files of these tasks fetched, or of all that are UNDELIVERED if none is named.
   *
   * @return how many tasks now wait for their files, whoever wanted it
   * @throws CannotSettleException if an id names no task that has a file to fetch; then nothing
   *     changed
   */
  public long fetchAgain(List<TaskId> ids) {
    for (TaskView view : ids.isEmpty() ? all() : named(ids)) {
      if (view.task().state() == TaskState.UNDELIVERED) {
        ledger.fetchAgain(view.task(), Cause.because("a person wants it fetched again"));
      }
    }
    return queries.countAll().getOrDefault(TaskState.SUCCEEDED, 0L);
  }

  private List<TaskView> all() {
    List<TaskView> found = new ArrayList<>();
    queries.forEach(
        view -> {
          if (view.task().state() == TaskState.UNDELIVERED) {
            found.add(view);
          }
        });
    return found;
  }

  /** Each task once, however often it is named. */
  private Collection<TaskView> named(List<TaskId> ids) {
    Map<Long, TaskView> found = new LinkedHashMap<>();
    for (TaskId id : ids) {
      verdict(id).forEach(view -> found.put(view.task().id(), view));
    }
    return found.values();
  }

  private List<TaskView> verdict(TaskId id) {
    List<TaskView> found = named.of(id);
    if (found.stream().noneMatch(Undelivered::hasFilesToFetch)) {
      throw new CannotSettleException(
          found.stream().map(NamedTasks::stateOf).collect(Collectors.joining(", "))
              + ": only what was generated and is not here can be fetched");
    }
    return found;
  }

  private static boolean hasFilesToFetch(TaskView view) {
    TaskState state = view.task().state();
    return state == TaskState.UNDELIVERED || state == TaskState.SUCCEEDED;
  }
}
