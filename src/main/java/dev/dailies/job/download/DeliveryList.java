package dev.dailies.job.download;

import dev.dailies.job.run.FetchScope;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskState;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tasks that this run fetches files of: those that are finished, as long as it takes; and those
 * that were given up or have lost a file since, which are tried a few times.
 */
final class DeliveryList {

  private final OpenTasks tasks;
  private final FetchScope scope;
  private final Duration patience;
  private final Set<Long> old = new HashSet<>();
  private final Set<Long> again = new LinkedHashSet<>();

  DeliveryList(OpenTasks tasks, FetchScope scope, Duration patience) {
    this.tasks = tasks;
    this.scope = scope;
    this.patience = patience;
  }

  /** Looks what was there before this run. */
  void begin() {
    old.clear();
    old.addAll(tasks.idsIn(TaskState.SUCCEEDED));
    again.clear();
    again.addAll(tasks.idsGivenUp());
    again.addAll(scope.lost());
  }

  /** All of them, as the ledger is now. */
  Set<Long> ids() {
    Set<Long> ids = new LinkedHashSet<>(tasks.idsIn(TaskState.SUCCEEDED));
    ids.addAll(again);
    ids.removeIf(task -> !scope.includes(task));
    return ids;
  }

  /** How to go about one of them. */
  Delivery delivery(long task) {
    if (again.contains(task)) {
      return Delivery.ofOld(task, Patience.quick(patience));
    }
    return old.contains(task)
        ? Delivery.ofOld(task, Patience.of(patience))
        : Delivery.ofNew(task, Patience.of(patience));
  }
}
