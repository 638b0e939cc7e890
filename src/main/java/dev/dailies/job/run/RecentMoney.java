package dev.dailies.job.run;

import dev.dailies.ledger.Money;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where the money stood for ten times as long as it took to add it up: that reads every
 * attempt, and to tell it every second must not cost a long run more than a tenth of its time.
 */
final class RecentMoney {

  private static final int REST = 10;

  private final Supplier<Money> ledger;
  private final LongSupplier nanoTime;
  private @Nullable Money money;
  private long restUntil;

  /**
   * @param nanoTime a monotonic clock
   */
  RecentMoney(Supplier<Money> ledger, LongSupplier nanoTime) {
    this.ledger = ledger;
    this.nanoTime = nanoTime;
  }

  synchronized Money get() {
    Money known = money;
    long now = nanoTime.getAsLong();
    if (known == null || now - restUntil > 0) {
      known = ledger.get();
      money = known;
      long ended = nanoTime.getAsLong();
      restUntil = ended + REST * (ended - now);
    }
    return known;
  }
}
