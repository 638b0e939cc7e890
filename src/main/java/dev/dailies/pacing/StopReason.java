package dev.dailies.pacing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whatever forbids sending.
 *
 * @param provider the provider it is about; null if it is about all
 * @param text a sentence for people
 * @param comeBack when it makes sense to try again; null if nobody knows
 */
public record StopReason(
    Kind kind, @Nullable String provider, String text, @Nullable Instant comeBack) {

  /** What an exit code is made of. */
  public enum Kind {
    /** Ctrl-C. */
    INTERRUPTED,
    /** SIGTERM. */
    TERMINATED,
    /** SIGHUP: the terminal is gone. */
    HUNG_UP,
    /** The ledger, a disk, or this program failed. */
    FAILURE,
    /** The disk has too little room, or none. */
    DISK_FULL,
    /** The manifest or a setting cannot be worked with. */
    INPUT,
    /** A key is missing or refused. */
    CREDENTIALS,
    /** No credits, a blocked account, or something that does not exist at the provider. */
    ACCOUNT,
    /** The run has submitted as many tasks as it may. */
    LIMIT,
    /** More would be spent than a cap allows. */
    BUDGET,
    /** A person is to approve first what would be spent. */
    APPROVAL,
    /** Tasks are still running at the provider, and this run has watched them for long enough. */
    DEADLINE,
    /** The provider is down, or will take nothing for a while. */
    UNAVAILABLE
  }

  /** A reason about everything, with no time to come back. */
  public static StopReason of(Kind kind, String text) {
    return new StopReason(kind, null, text, null);
  }

  /** A reason about one provider, with no time to come back. */
  public static StopReason at(String provider, Kind kind, String text) {
    return new StopReason(kind, provider, text, null);
  }
}
