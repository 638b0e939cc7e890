package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Sandbox;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A provider that has become dearer than its price list. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RisenPriceTest {

  @TempDir private Path folder;

  /** Two clips at $0.60 are within the cap; two at $0.90, or one of each, are not. */
  @Test
  void whatTheProviderTellsCountsTowardsTheCapAtOnce() {
    try (Sandbox dear = new Sandbox("generation-time=100ms", "price-factor=1.5")) {
      Ran ran =
          new Rehearsal(folder, dear.url())
              .addProvider("runway", "runway", dear.url())
              .set("provider", "runway")
              .set("providers.runway.submit-concurrency", "1")
              .set("budget.total", "1.40")
              .rows(3)
              .run();

      assertThat(ran.code()).isEqualTo(8);
      assertThat(ran.count(DELIVERED)).isEqualTo(1);
      assertThat(ran.count(PLANNED)).isEqualTo(2);
      assertThat(dear.records().money("runway").path("spentUsd").decimalValue())
          .isEqualByComparingTo(new BigDecimal("0.90"));
    }
  }
}
