package dev.dailies.job.folder;

import org.jspecify.annotations.Nullable;

/**
 * How the ledger's files stand, as far as can be told without opening them.
 *
 * @param harm what is wrong with them, as a clause; null unless they are harmed
 * @param copies how many copies there are, whole or not
 * @param wholeCopies how many of these are as they were kept
 */
public record LedgerHealth(State state, @Nullable String harm, int copies, int wholeCopies) {

  /** What can be told of a ledger's files. */
  public enum State {
    /** There are none yet, and there need not be. */
    NONE,
    /** They are as the last command left them. */
    WHOLE,
    /** A process died while it had them open. */
    LEFT_OPEN,
    /** Another process has them open. */
    IN_USE,
    /** They are a database of the user's own. */
    ELSEWHERE,
    /** A run would refuse them. */
    HARMED
  }
}
