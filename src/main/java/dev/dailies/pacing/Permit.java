package dev.dailies.pacing;

import dev.dailies.provider.Submission;

/** Leave to send one request. Must be settled with what came of it, or released unused, once. */
public final class Permit {

  private final Gate gate;
  private boolean open = true;

  Permit(Gate gate) {
    this.gate = gate;
  }

  /** The request was sent, and this came of it. */
  public void settle(Submission outcome) {
    close();
    gate.settle(outcome);
  }

  /** The request was not sent after all. */
  public void release() {
    close();
    gate.release();
  }

  private synchronized void close() {
    if (!open) {
      throw new IllegalStateException("a permit is for one request");
    }
    open = false;
  }
}
