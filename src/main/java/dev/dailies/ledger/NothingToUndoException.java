package dev.dailies.ledger;

/** There is no decision of a person to take back, or something has followed it. */
public final class NothingToUndoException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  NothingToUndoException(Task task) {
    super(
        "%s: there is no decision to take back, or something has followed it"
            .formatted(task.name()));
  }
}
