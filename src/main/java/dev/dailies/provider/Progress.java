package dev.dailies.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says about a task when asked once. */
public sealed interface Progress {

  /** The answer's status and id, for the event log. */
  Evidence evidence();

  /** Accepted, not begun: ask again later. */
  record Waiting(String status, Evidence evidence) implements Progress {}

  /**
   * Being generated: ask again later.
   *
   * @param fraction from 0 to 1; null if the provider does not say
   */
  record Running(@Nullable Double fraction, Evidence evidence) implements Progress {}

  /** The provider does not know the ticket, or not yet. */
  record NotVisible(Evidence evidence) implements Progress {}

  /**
   * Finished. The links may expire, so fetch them soon. May hold no link at all.
   *
   * @param told the beginning of an answer in which no link was found; null otherwise
   */
  record Succeeded(
      List<String> outputs, @Nullable Price price, Evidence evidence, @Nullable String told)
      implements Progress {

    /** Of an answer that names its results, or of which nobody needs to read more. */
    public Succeeded(List<String> outputs, @Nullable Price price, Evidence evidence) {
      this(outputs, price, evidence, null);
    }

    /** Without the links, which may be signed. */
    @Override
    public String toString() {
      return "Succeeded[%d outputs, price=%s, %s]".formatted(outputs.size(), price, evidence);
    }
  }

  /**
   * The provider says that the task failed: asking again cannot help.
   *
   * @param retryable true if the same request, paid again, may succeed
   */
  record Failed(
      String code, String reason, boolean retryable, @Nullable Price price, Evidence evidence)
      implements Progress {}

  /** The provider says that the task was cancelled. */
  record Cancelled(String reason, @Nullable Price price, Evidence evidence) implements Progress {}

  /**
   * The poll failed, which says nothing about the task: ask again later.
   *
   * @param retryAfter how long the provider asks to wait; null if it does not say
   */
  record Unreadable(String reason, @Nullable Duration retryAfter, Evidence evidence)
      implements Progress {}

  /** The provider will answer no poll at all until somebody changes the settings. */
  record Halt(HaltCause cause, String reason, Evidence evidence) implements Progress {}
}
