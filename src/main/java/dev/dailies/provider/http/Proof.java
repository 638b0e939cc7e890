package dev.dailies.provider.http;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission.Halt;
import dev.dailies.provider.Submission.NotNow;
import dev.dailies.provider.Submission.NothingCreated;
import dev.dailies.provider.Submission.Refused;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Says that an answer to a create proves that nothing was created, and whose fault that is. */
public enum Proof {
  /** The row's: the same row can never succeed. */
  ROW,
  /** The key's. */
  KEY,
  /** The account's. */
  ACCOUNT,
  /** The settings': there is no such route at that address. */
  ROUTE,
  /** Nobody's: the same request may be taken later. */
  LATER;

  /**
   * What follows for the shot.
   *
   * @param code the provider's word; null if it has none
   * @param words the reason without the status
   */
  public NothingCreated of(JsonAnswer answer, @Nullable String code, String words, Clock clock) {
    String reason = "HTTP " + answer.status() + ": " + words;
    return switch (this) {
      case ROW ->
          new Refused(code == null ? "http_" + answer.status() : code, words, answer.evidence());
      case KEY ->
          new Halt(HaltCause.CREDENTIALS, "the key was refused, " + reason, answer.evidence());
      case ACCOUNT -> new Halt(HaltCause.ACCOUNT, reason, answer.evidence());
      case ROUTE ->
          new Halt(HaltCause.ACCOUNT, "no such route, see base-url, " + reason, answer.evidence());
      case LATER -> new NotNow(reason, answer.retryAfter(clock), false, answer.evidence());
    };
  }
}
