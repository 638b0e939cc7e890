package dev.dailies.ledger;

/** The task was changed in the meantime: a mistake in this program, or a second process at work. */
public final class StaleTaskException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  StaleTaskException(Task task) {
    this(task.name(), task.state(), task.version());
  }

  StaleTaskException(String task, TaskState state, int version) {
    super("task %s is no longer %s as of version %d".formatted(task, state, version));
  }
}
