package dev.dailies.pacing;

import dev.dailies.text.Times;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a provider keeps a run waiting.
 *
 * @param address where it fails; null where shots are not taken
 * @param cause in plain words
 * @param tries how often it was met, one after the other
 * @param since when it was met first
 * @param next when it is tried again; null if nobody knows, or nobody does
 * @param givesUp when the run waits for it no longer; null if nobody knows
 */
public record Wait(
    String provider,
    @Nullable String address,
    String cause,
    int tries,
    Instant since,
    @Nullable Instant next,
    @Nullable Instant givesUp) {

  /** The cause, and how often and since when it was met: {@code … (14 tries since 23:10 CET)}. */
  public String told() {
    String count = tries == 1 ? "1 try, at " : tries + " tries since ";
    return cause + " (" + count + Times.clockAndZone(since) + ")";
  }

  /** The same, and what comes next. */
  public String told(Instant now) {
    return told()
        + (next == null ? "" : "; next try " + in(Duration.between(now, next)))
        + (givesUp == null ? "" : "; gives up at " + Times.near(givesUp, now));
  }

  private static String in(Duration left) {
    return left.toMillis() <= 0 ? "now" : "in " + (left.toSeconds() + 1) + " s";
  }
}
