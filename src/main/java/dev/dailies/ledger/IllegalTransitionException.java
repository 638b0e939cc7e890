package dev.dailies.ledger;

/** A task was about to become what it may not become: a mistake in this program. */
public final class IllegalTransitionException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  IllegalTransitionException(Task task, TaskState to) {
    this(task.name(), task.state(), to);
  }

  IllegalTransitionException(String task, TaskState from, TaskState to) {
    super("task %s cannot go from %s to %s".formatted(task, from, to));
  }
}
