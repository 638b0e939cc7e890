package dev.dailies.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sending one request. */
public sealed interface Submission {

  /** The answer's status and id, for the event log. */
  Evidence evidence();

  /**
   * The provider took it: from here on it may cost money.
   *
   * @param price what the provider says it will cost; null if it does not say
   */
  record Accepted(String ticket, @Nullable Price price, Evidence evidence) implements Submission {}

  /** The provider answered with the result at once. */
  record Finished(List<String> outputs, @Nullable Price price, Evidence evidence)
      implements Submission {

    /** Without the links, which may be signed. */
    @Override
    public String toString() {
      return "Finished[%d outputs, price=%s, %s]".formatted(outputs.size(), price, evidence);
    }
  }

  /**
   * It is proven that nothing was created, so nothing was paid, and sending again pays for nothing
   * twice. What is not proven is {@link Unknown}.
   */
  sealed interface NothingCreated extends Submission, Preparation permits Refused, NotNow, Halt {

    /** Why, for people. */
    String reason();
  }

  /** Nothing was created, because of this row: the same row can never succeed. */
  record Refused(String code, String reason, Evidence evidence) implements NothingCreated {}

  /**
   * Nothing was created; the same request may work later.
   *
   * @param retryAfter how long the provider asks to wait; null if it does not say
   * @param unreachable true if the provider was not even reached: counts against it
   */
  record NotNow(
      String reason, @Nullable Duration retryAfter, boolean unreachable, Evidence evidence)
      implements NothingCreated {

    /** Stands in the reason where the provider's name leads to no address. */
    public static final String UNKNOWN_HOST = "unknown host";
  }

  /** Nothing was created, and no other shot would fare better. */
  record Halt(HaltCause cause, String reason, Evidence evidence) implements NothingCreated {}

  /** The request was sent and nobody here knows what came of it. */
  record Unknown(String reason, Evidence evidence) implements Submission {}
}
