package dev.dailies.job.doubt;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.DueTimer;
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
  private final DueTimer timer = new DueTimer();
  private int absent;

  /**
   * @param patience how long to go on asking where nobody answers
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

  /** When the provider is asked next. */
  DueTimer timer() {
    return timer;
  }

  /** It was not there. Returns true if that has been so often enough to be certain. */
  synchronized boolean isCertainlyAbsent() {
    askAgain();
    return ++absent >= lookUp.looks();
  }

  /** The provider gave no answer. Returns true if that has gone on for too long. */
  synchronized boolean isHopeless() {
    absent = 0;
    askAgain();
    return System.nanoTime() - since > patience.toNanos();
  }

  private void askAgain() {
    timer.again(lookUp.pause());
  }
}
