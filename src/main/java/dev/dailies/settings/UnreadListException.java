package dev.dailies.settings;

/** A list on the web that could not be read. The message is a sentence and what to do. */
public final class UnreadListException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean passing;

  UnreadListException(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  /** True if it may be there in an hour, without anybody's doing. */
  public boolean isPassing() {
    return passing;
  }
}
