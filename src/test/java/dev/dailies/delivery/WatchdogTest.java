package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who ends the waiting for a server, night after night. */
@Timeout(20)
class WatchdogTest {

  private static final Duration MOMENT = Duration.ofMillis(50);

  @AutoClose private final Watchdog watchdog = new Watchdog();
  private final AtomicInteger cuts = new AtomicInteger();

  private ExchangeTimeout leash() {
    return watchdog.watch(() -> cuts.incrementAndGet() > 0);
  }

  @Test
  void watchesAgainAfterItHadNothingToWatch() {
    leash().close();

    try (ExchangeTimeout leash = leash()) {
      leash.waiting(MOMENT.toNanos());

      await().until(leash::wasTooLong);
    }
  }

  @Test
  void leavesAloneWhatWasLetGo() throws InterruptedException {
    ExchangeTimeout released = leash();
    released.waiting(MOMENT.toNanos());
    released.close();

    Thread.sleep(MOMENT.multipliedBy(3).toMillis());

    assertThat(cuts).hasValue(0);
  }

  @Test
  void watchesOneWhileAnotherIsLetGo() {
    try (ExchangeTimeout leash = leash()) {
      leash().close();
      leash.waiting(MOMENT.toNanos());

      await().until(leash::wasTooLong);
    }
  }

  /** A download that outlives the run has a client that is closed, and says so itself. */
  @Test
  void refusesNobodyAfterItsClose() {
    watchdog.close();

    assertThatCode(() -> leash().close()).doesNotThrowAnyException();
  }
}
