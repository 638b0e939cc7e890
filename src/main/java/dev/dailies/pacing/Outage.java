package dev.dailies.pacing;

import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Submission;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.text.Times;
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

  /**
   * How long an address is tried at most that has never answered: it is wrong, or nobody has
   * started it.
   */
  private static final Duration FIRST_CONTACT = Duration.ofSeconds(10);

  private static final int FIRST_TRIES = 3;

  private final String provider;
  private final Duration bearable;
  private final Duration pace;
  private final LongSupplier nanoTime;
  private final Clock clock;

  private @Nullable Long since;
  private Instant began = Instant.EPOCH;
  private long last;
  private Submission.@Nullable NotNow lastWord;
  private String cause = "";
  private int times;
  private boolean hasAnswered;

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
   * @param why in plain words
   * @param word what the provider said; null if it said nothing
   */
  void goesOn(long pausedUntil, String why, Submission.@Nullable NotNow word) {
    long now = nanoTime.getAsLong();
    // A pause is part of it, and so is the wait for a turn; only silence after them, with nothing
    // to send, is not.
    long quiet = now - Math.max(last, pausedUntil) - pace.toNanos();
    if (since == null || (hasAnswered && quiet > bearable.toNanos())) {
      since = now;
      began = clock.instant();
      times = 0;
    }
    last = now;
    lastWord = word;
    cause = why;
    times++;
    hasAnswered |= word == null || !word.unreachable() || word.evidence().httpStatus() != null;
  }

  /** Notes that a shot was taken. */
  void ends() {
    since = null;
    hasAnswered = true;
  }

  /** Notes that the address has answered, whatever it said. */
  void answered() {
    hasAnswered = true;
  }

  /** True if the last shot was put off, and none was taken since. */
  boolean isPutOff() {
    return since != null && lastWord != null;
  }

  /**
   * What a shot waits for; empty if none was ever turned down.
   *
   * @param wait until the next try; null if nobody knows
   */
  Optional<Wait> asWait(@Nullable Duration wait) {
    if (times == 0) {
      return Optional.empty();
    }
    Instant next = wait == null ? null : clock.instant().plus(wait);
    Instant end = since == null ? null : began.plus(bearable());
    return Optional.of(new Wait(provider, null, cause, times, began, next, end));
  }

  /** Why nothing more is sent in this run; empty while it is worth waiting. */
  Optional<StopReason> hopeless() {
    boolean isBearable = since == null || nanoTime.getAsLong() - since <= bearable().toNanos();
    if (isBearable || (!hasAnswered && times < FIRST_TRIES)) {
      return Optional.empty();
    }
    return Optional.of(hasAnswered ? reason() : unreached());
  }

  private Duration bearable() {
    return hasAnswered || bearable.compareTo(FIRST_CONTACT) < 0 ? bearable : FIRST_CONTACT;
  }

  private StopReason unreached() {
    return StopReason.at(
        provider, Kind.UNAVAILABLE, provider + " cannot be reached: " + told() + mend());
  }

  /** Nobody can start what has no address. */
  private String mend() {
    return cause.contains(Submission.NotNow.UNKNOWN_HOST)
        ? "; correct its base-url, or get the network going, and run again"
        : "; check the network and its base-url, or start it if it is yours, and run again";
  }

  private String told() {
    return asWait(null).map(Wait::told).orElse(cause);
  }

  private StopReason reason() {
    String silence = "has taken nothing for " + Times.span(bearable);
    return lastWord == null || !isAnAnswer(lastWord)
        ? unavailable(provider + " " + silence + ": " + told(), clock.instant().plus(bearable))
        : unavailable(
            "%s keeps saying \"%s\" and %s: a daily quota is probably used up"
                .formatted(provider, lastWord.reason(), silence),
            began.plus(A_DAY));
  }

  private static boolean isAnAnswer(Submission.NotNow word) {
    return !word.unreachable() && word.evidence().httpStatus() != null;
  }

  private StopReason unavailable(String text, Instant comeBack) {
    return new StopReason(Kind.UNAVAILABLE, provider, text, comeBack);
  }
}
