package dev.dailies.ledger.store;

/** The ledger was written by a newer Dailies; this one leaves it alone. */
public final class NewerLedgerException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  NewerLedgerException(int found, int known) {
    super(
        "the ledger was written by a newer Dailies (schema %d, this one knows %d): use that one"
            .formatted(found, known));
  }
}
