package dev.dailies.ledger;

/** A change of state that is not allowed: a mistake in this program. */
public final class IllegalTransitionException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  IllegalTransitionException(Task task, TaskState to) {
    this(task.name(), task.state(), to);
  }

  IllegalTransitionException(String task, TaskState from, TaskState to) {
    super("task %s cannot go from %s to %s".formatted(task, from, to));
  }
}
