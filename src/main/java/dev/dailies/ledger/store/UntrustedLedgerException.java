package dev.dailies.ledger.store;

/**
 * The ledger cannot be opened, or contradicts the journal or itself. Nothing may be sent from it.
 */
public final class UntrustedLedgerException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  public UntrustedLedgerException(String message) {
    super(message);
  }

  public UntrustedLedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
