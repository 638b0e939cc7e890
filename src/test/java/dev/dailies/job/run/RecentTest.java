package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cost;
import dev.dailies.ledger.Money;
import org.junit.jupiter.api.Test;

class RecentTest {

  private long now;
  private long takes;
  private int asked;
  private final Recent<Money> money = new Recent<>(this::add, () -> now);

  private Money add() {
    asked++;
    now += takes;
    return new Money(Cost.ZERO, Cost.ZERO);
  }

  @Test
  void isTrueAtOnceWhereItIsQuicklyAddedUp() {
    money.get();
    now += 1_000_000_000;
    money.get();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void isAddedUpForATenthOfTheTimeAtMost() {
    takes = 500_000_000;
    for (int second = 0; second < 100; second++) {
      money.get();
      now += 1_000_000_000;
    }

    assertThat(asked).isBetween(16, 20);
  }
}
