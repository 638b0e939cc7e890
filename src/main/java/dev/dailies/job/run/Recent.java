package dev.dailies.job.run;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the ledger said for ten times as long as it took to ask, as for the money: that
 * reads every attempt, and to tell it every second must not cost a long run more than a tenth of
 * its time.
 */
final class Recent<T> {

  private static final int REST = 10;

  private final Supplier<T> ledger;
  private final LongSupplier nanoTime;
  private @Nullable T said;
  private long restUntil;

  /**
   * @param nanoTime a monotonic clock
   */
  Recent(Supplier<T> ledger, LongSupplier nanoTime) {
    this.ledger = ledger;
    this.nanoTime = nanoTime;
  }

  synchronized T get() {
    T known = said;
    long now = nanoTime.getAsLong();
    if (known == null || now - restUntil > 0) {
      known = ledger.get();
      said = known;
      long ended = nanoTime.getAsLong();
      restUntil = ended + REST * (ended - now);
    }
    return known;
  }
}
