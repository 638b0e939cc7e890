package dev.dailies.job.settle;

import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskView;
import dev.dailies.manifest.SafeId;
import dev.dailies.report.RowTakes;
import java.util.List;
import java.util.Set;

/** Finds the tasks that people name. */
final class NamedTasks {

  private final TaskQueries queries;

  NamedTasks(TaskQueries queries) {
    this.queries = queries;
  }

  /** All tasks that the id names, at least one. It may be written as in the list, or as here. */
  List<TaskView> of(TaskId id) {
    List<TaskView> found = queries.named(id);
    if (found.isEmpty()) {
      found = queries.named(new TaskId(SafeId.of(id.shotId()), id.revision(), id.take()));
    }
    if (found.isEmpty()) {
      throw new CannotSettleException(
          "there is no task %s in this output folder; results.csv has each id".formatted(id));
    }
    return found;
  }

  /** The shortest id that means this task, and no other take or revision of its shot. */
  String shortest(Task task) {
    return TaskId.among(queries.named(new TaskId(task.shotId(), null, null)), task).toString();
  }

  /** What becomes of the takes of its row if that is edited. */
  RowTakes takesOf(Task task) {
    return RowTakes.of(queries, Set.of(task.shotId()));
  }

  /** True if another take of its very row is delivered. */
  boolean isMadeByAnotherTake(Task task) {
    return queries.madeByAnotherTake().contains(task.id());
  }

  /** As in {@code shot-001 is delivered}. */
  static String stateOf(TaskView view) {
    return view.task().name() + " is " + view.task().state().told();
  }

  /** Nothing is sent for a row that the newest reading of the manifest did not see. */
  static void checkCurrent(TaskView view) {
    if (!view.current()) {
      throw new CannotSettleException(
          view.task().name()
              + ": the newest plan did not see its row, so it would not be sent; put the row back"
              + " and run plan, or give the task up");
    }
  }
}
