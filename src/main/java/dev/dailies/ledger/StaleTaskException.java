package dev.dailies.ledger;

/** Somebody else changed the task first: a mistake in this program, or a second one at work. */
public final class StaleTaskException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  StaleTaskException(Task task) {
    super(
        "task "
            + task.name()
            + " is no longer "
            + task.state()
            + " as of version "
            + task.version());
  }
}
