package dev.dailies.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that reports need to know of a task.
 *
 * @param current true if the newest plan saw the row
 * @param changedAt when the task came into its state
 * @param attempt the newest attempt; null if nothing was ever sent
 * @param outputs empty until the provider finished
 */
public record TaskView(
    Task task,
    boolean current,
    Instant changedAt,
    @Nullable SentAttempt attempt,
    List<Output> outputs) {

  /** The same with its outputs. */
  public TaskView with(List<Output> outputs) {
    return new TaskView(task, current, changedAt, attempt, outputs);
  }
}
