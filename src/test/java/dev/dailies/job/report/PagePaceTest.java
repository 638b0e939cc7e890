package dev.dailies.job.report;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often the page of a run is written while it works. */
class PagePaceTest {

  private static final long START = SECONDS.toNanos(7);

  private final PagePace pace = new PagePace(START);

  private static long at(long seconds) {
    return START + SECONDS.toNanos(seconds);
  }

  private void write(long seconds, long tookMillis, long doubts) {
    pace.written(at(seconds) - MILLISECONDS.toNanos(tookMillis), at(seconds), doubts);
  }

  @Test
  void comesSoonAndThenEveryMinute() {
    assertThat(pace.isDue(at(9), 0)).isFalse();
    assertThat(pace.isDue(at(10), 0)).isTrue();
    write(10, 100, 0);
    assertThat(pace.isDue(at(69), 0)).isFalse();
    assertThat(pace.isDue(at(70), 0)).isTrue();
  }

  @Test
  void comesAtOnceAfterADoubt() {
    assertThat(pace.isDue(at(1), 1)).isTrue();
    write(20, 100, 1);
    assertThat(pace.isDue(at(24), 2)).isFalse();
    assertThat(pace.isDue(at(25), 2)).isTrue();
    assertThat(pace.isDue(at(25), 1)).isFalse();
  }

  @Test
  void comesSeldomWhereItTakesLong() {
    write(10, 6_000, 0);
    assertThat(pace.isDue(at(10 + 119), 5)).isFalse();
    assertThat(pace.isDue(at(10 + 120), 5)).isTrue();
  }
}
