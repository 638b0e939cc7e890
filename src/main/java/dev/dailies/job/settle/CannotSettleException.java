package dev.dailies.job.settle;

/**
 * What a person asked for cannot be done to that task, or there is no such task. Nothing changed.
 */
public final class CannotSettleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public CannotSettleException(String message) {
    super(message);
  }
}
