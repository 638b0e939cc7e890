package dev.dailies.ledger;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a task failed for good, as far as it matters for sending it again. Whether a failure may pass
 * is the provider's word, kept with the attempt; what moderation turned down is told by the code.
 */
public enum FailureClass {
  /** The provider failed, and says that the same request may succeed. */
  TRANSIENT,
  /** Moderation turned it down, and would again. */
  MODERATION,
  /** The same request would fail again, as far as anybody knows. */
  INPUT,
  /** The provider no longer knows the ticket; it may have been made all the same. */
  LOST,
  /** It was generated; only its file could not be fetched. */
  UNDELIVERED,
  /** Cancelled, given up, or failed in a way that was not kept. */
  OTHER;

  private static final Pattern SAFETY =
      Pattern.compile("(.*\\.)?SAFETY(\\..*)?", Pattern.CASE_INSENSITIVE);

  /** The class of a task that failed for good; empty for any other, and for an unusable row. */
  public static Optional<FailureClass> of(TaskView view) {
    Task task = view.task();
    return switch (task.state()) {
      case FAILED -> Optional.of(ofFailed(task.reasonCode(), view.attempt()));
      case REJECTED -> task.shot() == null ? Optional.empty() : Optional.of(refused(task));
      case CANCELLED -> Optional.of(OTHER);
      case LOST -> Optional.of(LOST);
      case UNDELIVERED -> Optional.of(UNDELIVERED);
      default -> Optional.empty();
    };
  }

  private static FailureClass ofFailed(@Nullable String code, @Nullable SentAttempt attempt) {
    if (isModeration(code)) {
      return MODERATION;
    }
    Boolean retryable = attempt == null ? null : attempt.retryable();
    if (retryable == null) {
      return OTHER;
    }
    return retryable ? TRANSIENT : INPUT;
  }

  private static FailureClass refused(Task task) {
    return isModeration(task.reasonCode()) ? MODERATION : INPUT;
  }

  private static boolean isModeration(@Nullable String code) {
    return code != null && SAFETY.matcher(code.strip()).matches();
  }

  /** True if the same request may succeed, or costs nothing: what is repeated unless told more. */
  public boolean maySucceedUnchanged() {
    return this == TRANSIENT || this == UNDELIVERED;
  }
}
