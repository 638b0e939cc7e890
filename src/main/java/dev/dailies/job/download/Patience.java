package dev.dailies.job.download;

import java.time.Duration;
import java.util.Optional;

/**
 * How often, and with what pauses, a run comes back to a file that was refused: a gateway's page or
 * a link that is not good yet costs nothing to be asked for again, and passes within minutes.
 */
final class Patience {

  /** When the tries after the first are made, in thousandths of the whole time. */
  private static final int[] TRIES = {4, 20, 60, 200, 500, 1000};

  /** As many of them are made where a run has waited before in vain. */
  private static final int QUICK = 2;

  private final Duration whole;
  private final int tries;

  private Patience(Duration whole, int tries) {
    this.whole = whole;
    this.tries = tries;
  }

  /** For what this run has to fetch. */
  static Patience of(Duration whole) {
    return new Patience(whole, TRIES.length);
  }

  /** For what an earlier run has given up: a few tries close together. */
  static Patience quick(Duration whole) {
    return new Patience(whole, QUICK);
  }

  boolean isQuick() {
    return tries == QUICK;
  }

  /** The pause after a refusal, counted from 0; empty if it was the last. */
  Optional<Duration> pause(int refusal) {
    return refusal < tries
        ? Optional.of(
            at(TRIES[refusal]).minus(refusal == 0 ? Duration.ZERO : at(TRIES[refusal - 1])))
        : Optional.empty();
  }

  private Duration at(int thousandths) {
    return whole.multipliedBy(thousandths).dividedBy(1000);
  }
}
