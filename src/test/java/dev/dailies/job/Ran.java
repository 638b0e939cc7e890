package dev.dailies.job;

import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.TaskView;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run of the whole job came to.
 *
 * @param code what the process would have ended with
 * @param queries all tasks by name
 */
public record Ran(RunOutcome outcome, int code, TreeMap<String, TaskView> queries, Path output) {

  /** The states of all tasks by name. */
  public Map<String, TaskState> states() {
    Map<String, TaskState> states = new TreeMap<>();
    queries.forEach((name, view) -> states.put(name, view.task().state()));
    return states;
  }

  public TaskState state(String name) {
    return view(name).task().state();
  }

  public String reason(String name) {
    return String.valueOf(view(name).task().reason());
  }

  public TaskView view(String name) {
    return Objects.requireNonNull(queries.get(name), () -> name + " is not in " + states());
  }

  /** The names of the tasks in the given state. */
  public List<String> in(TaskState state) {
    return queries.values().stream()
        .filter(view -> view.task().state() == state)
        .map(view -> view.task().name())
        .sorted()
        .toList();
  }

  public int count(TaskState state) {
    return in(state).size();
  }

  /** The first reason of the given kind. */
  public StopReason stop(Kind kind) {
    return outcome.stopReasons().stream()
        .filter(reason -> reason.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + outcome.stopReasons()));
  }
}
