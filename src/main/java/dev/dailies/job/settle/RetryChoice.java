package dev.dailies.job.settle;

import dev.dailies.ledger.FailureClass;
import dev.dailies.ledger.TaskId;
import dev.dailies.ledger.TaskView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a person wants repeated. What is named must fit; if nothing is named at all, those
 * that may succeed unchanged.
 *
 * @param ids empty for all tasks of the newest manifest
 * @param classes empty if none is named
 * @param codePrefix how the reason code begins; null if none is named
 */
public record RetryChoice(
    List<TaskId> ids, Set<FailureClass> classes, @Nullable String codePrefix) {

  boolean wants(TaskView view, FailureClass failureClass) {
    if (ids.isEmpty() && classes.isEmpty() && codePrefix == null) {
      return failureClass.maySucceedUnchanged();
    }
    return (classes.isEmpty() || classes.contains(failureClass))
        && (codePrefix == null || hasCode(view.task().reasonCode(), codePrefix));
  }

  /**
   * True if moderation is named, and which takes: what it has turned down is never sent in bulk.
   */
  boolean asksModerationAgain(TaskView view) {
    return !ids.isEmpty()
        && classes.contains(FailureClass.MODERATION)
        && wants(view, FailureClass.MODERATION);
  }

  private static boolean hasCode(@Nullable String code, String prefix) {
    return code != null
        && code.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
  }
}
