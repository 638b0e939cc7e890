package dev.dailies.job.doubt;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Doubt;
import dev.dailies.provider.Recovery.LookUp;
import java.time.Duration;

/** One doubt that a provider is being asked about. Kept in memory only: a new run asks anew. */
final class DoubtInquiry {

  private final Doubt doubt;
  private final ActiveProvider active;
  private final LookUp lookUp;
  private final Duration patience;
  private final long since = System.nanoTime();
  private long due = since;
  private int absent;
  private boolean asking;

  /**
   * @param patience how long to put up with looks that fail
   */
  DoubtInquiry(Doubt doubt, ActiveProvider active, LookUp lookUp, Duration patience) {
    this.doubt = doubt;
    this.active = active;
    this.lookUp = lookUp;
    this.patience = patience;
  }

  Doubt doubt() {
    return doubt;
  }

  ActiveProvider active() {
    return active;
  }

  LookUp lookUp() {
    return lookUp;
  }

  synchronized boolean isDue() {
    return !asking && System.nanoTime() - due >= 0;
  }

  synchronized Duration untilDue() {
    return asking ? lookUp.pause() : Duration.ofNanos(Math.max(0, due - System.nanoTime()));
  }

  synchronized void start() {
    asking = true;
  }

  /** It was not there. Returns true if that has been so often enough to be certain. */
  synchronized boolean isCertainlyAbsent() {
    askAgain();
    return ++absent >= lookUp.looks();
  }

  /** The look failed. Returns true if that has gone on for too long. */
  synchronized boolean isHopeless() {
    absent = 0;
    askAgain();
    return System.nanoTime() - since > patience.toNanos();
  }

  private void askAgain() {
    due = System.nanoTime() + lookUp.pause().toNanos();
    asking = false;
  }
}
