package dev.dailies.job.run;

import dev.dailies.job.run.RunStatus.Trouble;
import dev.dailies.ledger.Move;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tasks are at providers now, and which have come to a bad end in this run. */
final class RecentMoves {

  private static final int MOST = 10;

  private static final Set<TaskState> UNDER_WAY =
      EnumSet.of(TaskState.SUBMITTING, TaskState.SUBMITTED);

  private static final Set<TaskState> BAD =
      EnumSet.of(
          TaskState.IN_DOUBT,
          TaskState.FAILED,
          TaskState.REJECTED,
          TaskState.LOST,
          TaskState.UNDELIVERED);

  private final Map<Long, String> underWay = new LinkedHashMap<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();

  /** Begins with what is under way. */
  synchronized void begin(List<Task> tasks) {
    underWay.clear();
    tasks.forEach(task -> underWay.put(task.id(), task.name()));
  }

  synchronized void moved(Move move) {
    Task task = move.task();
    if (UNDER_WAY.contains(move.to())) {
      underWay.putIfAbsent(task.id(), task.name());
    } else {
      underWay.remove(task.id());
    }
    if (BAD.contains(move.to())) {
      troubles.addLast(new Trouble(task.name(), move.to(), task.reason()));
      if (troubles.size() > MOST) {
        troubles.removeFirst();
      }
    }
  }

  /** The names of the first that are under way. */
  synchronized List<String> underWay() {
    return underWay.values().stream().limit(MOST).toList();
  }

  /** The last that came to a bad end, newest last. */
  synchronized List<Trouble> troubles() {
    return List.copyOf(troubles);
  }
}
