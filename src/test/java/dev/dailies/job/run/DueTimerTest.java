package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DueTimerTest {

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
  private final DueTimer timer = new DueTimer(nanoTime::get);

  @Test
  void isDueAtOnceAndNotWhileItIsUnderWay() {
    assertThat(timer.isDue()).isTrue();
    timer.start();
    assertThat(timer.isDue()).isFalse();
    assertThat(timer.untilDue()).isEmpty();

    timer.putBack();

    assertThat(timer.isDue()).isTrue();
  }

  @Test
  void isDueAgainAfterTheGivenTimeThoughTheClockTurnsOver() {
    timer.start();
    timer.again(Duration.ofSeconds(2));
    assertThat(timer.untilDue()).contains(Duration.ofSeconds(2));

    nanoTime.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(timer.isDue()).isTrue();
    assertThat(timer.untilDue()).contains(Duration.ZERO);
  }

  @Test
  void isNeverDueOnceItHasEnded() {
    timer.end();

    assertThat(timer.isDue()).isFalse();
    assertThat(timer.untilDue()).isEmpty();
    assertThat(timer.isUnderWay()).isFalse();
  }
}
