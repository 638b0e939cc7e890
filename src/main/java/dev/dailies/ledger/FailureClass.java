package dev.dailies.ledger;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a task failed for good, as far as it matters for sending it again. Whether a failure may pass
 * is what the provider said, kept with the attempt; a rejection by moderation is recognized by its
 * code.
 */
public enum FailureClass {
  /** The provider failed, and says that the same request may succeed. */
  TRANSIENT,
  /** Moderation rejected it, and would do so again. */
  MODERATION,
  /** As far as is known, the same request would fail again. */
  INPUT,
  /** The provider no longer knows the ticket; the clip may have been made nevertheless. */
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

  /**
   * True if the same request may succeed, or costs nothing: {@code retry} repeats these by default.
   */
  public boolean maySucceedUnchanged() {
    return this == TRANSIENT || this == UNDELIVERED;
  }
}
