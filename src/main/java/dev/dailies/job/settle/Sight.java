package dev.dailies.job.settle;

/**
 * What one look at a ticket has shown.
 *
 * @param told in words, to stand in brackets behind the ticket
 */
public record Sight(Kind kind, String told) {

  /** Whether there is such a task. */
  public enum Kind {
    /** The provider knows it. */
    KNOWN,
    /** The provider does not, or not yet. */
    UNKNOWN,
    /** Nobody could be asked. */
    NOT_CHECKED
  }
}
