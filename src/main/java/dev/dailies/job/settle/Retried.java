package dev.dailies.job.settle;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.Task;

/**
 * What {@code retry} makes of one task that failed for good.
 *
 * @param task as it was
 */
public record Retried(Task task, FailureClass failureClass, Verdict verdict) {

  /** The ways it can go. */
  public enum Verdict {
    /** PLANNED: the next run sends it, and it is paid again. */
    SENT_AGAIN,
    /** SUCCEEDED: the next run fetches its files, which is free. */
    FETCHED_AGAIN,
    /** Moderation would turn it down again: its row has to be edited. */
    MODERATED,
    /** The same, but another take of the same request was made: only if it is named so. */
    MADE_BY_ANOTHER_TAKE,
    /** Its row is not in the newest manifest, so nothing would be sent. */
    NOT_IN_MANIFEST,
    /** Not asked for. */
    LEFT_OUT
  }

  /** True if the next run does something about it. */
  public boolean isRepeated() {
    return verdict == Verdict.SENT_AGAIN || verdict == Verdict.FETCHED_AGAIN;
  }
}
