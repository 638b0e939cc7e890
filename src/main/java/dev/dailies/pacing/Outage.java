package dev.dailies.pacing;

import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a provider has taken nothing, though it was asked. It ends with the first shot that is
 * taken, and by nothing else: neither a poll that succeeds nor a pause that was kept ends it.
 */
final class Outage {

  /** A quota of a day, by the calendar or over any 24 hours, has room again after this. */
  private static final Duration A_DAY = Duration.ofHours(24);

  private final String provider;
  private final Duration bearable;
  private final Duration pace;
  private final LongSupplier nanoTime;
  private final Clock clock;

  private @Nullable Long since;
  private Instant began = Instant.EPOCH;
  private long last;
  private Submission.@Nullable NotNow lastWord;

  /**
   * @param clock only for the dates that people are shown
   */
  Outage(String provider, ProviderSettings settings, LongSupplier nanoTime, Clock clock) {
    this.provider = provider;
    this.bearable = settings.giveUpAfter();
    this.pace = settings.submitRate().pace();
    this.nanoTime = nanoTime;
    this.clock = clock;
  }

  /**
   * Notes that one more shot was not taken.
   *
   * @param pausedUntil until when nothing was tried
   * @param word what the provider said; null if it said nothing
   */
  void goesOn(long pausedUntil, Submission.@Nullable NotNow word) {
    long now = nanoTime.getAsLong();
    // A pause is part of it, and so is the wait for a turn; only silence after them, with nothing
    // to send, is not.
    long quiet = now - Math.max(last, pausedUntil) - pace.toNanos();
    if (since == null || quiet > bearable.toNanos()) {
      since = now;
      began = clock.instant();
    }
    last = now;
    lastWord = word;
  }

  /** Notes that a shot was taken. */
  void ends() {
    since = null;
  }

  /** Why nothing more is sent in this run; empty while it is worth waiting. */
  Optional<StopReason> hopeless() {
    return since == null || nanoTime.getAsLong() - since <= bearable.toNanos()
        ? Optional.empty()
        : Optional.of(reason());
  }

  private StopReason reason() {
    String text = provider + " has taken nothing for " + inWords(bearable);
    return lastWord == null || !isAnAnswer(lastWord)
        ? unavailable(text, clock.instant().plus(bearable))
        : unavailable(
            text
                + " and says: "
                + lastWord.reason()
                + "; that looks like a quota that is used up. One of a day has room again after 24"
                + " hours; to try earlier costs nothing",
            began.plus(A_DAY));
  }

  private static boolean isAnAnswer(Submission.NotNow word) {
    return !word.unreachable() && word.evidence().httpStatus() != null;
  }

  private StopReason unavailable(String text, Instant comeBack) {
    return new StopReason(Kind.UNAVAILABLE, provider, text, comeBack);
  }

  static String inWords(Duration wait) {
    return wait.toMinutes() < 2 ? wait.toSeconds() + " s" : wait.toMinutes() + " min";
  }
}
