package dev.dailies.job.run;

import dev.dailies.ledger.Money;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers for a few seconds where the money stood: adding it up reads every attempt. */
final class RecentMoney {

  private static final long AGE = Duration.ofSeconds(5).toNanos();

  private final Supplier<Money> ledger;
  private @Nullable Money money;
  private long asked;

  RecentMoney(Supplier<Money> ledger) {
    this.ledger = ledger;
  }

  synchronized Money get() {
    Money known = money;
    if (known == null || System.nanoTime() - asked > AGE) {
      known = ledger.get();
      money = known;
      asked = System.nanoTime();
    }
    return known;
  }
}
