package dev.dailies.ledger.budget;

/** An intent that a cap forbids: nothing is written down. */
public final class OverBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient CapReached reached;

  OverBudgetException(CapReached reached) {
    super(reached.told());
    this.reached = reached;
  }

  /** Which cap, and why. */
  public CapReached reached() {
    return reached;
  }
}
