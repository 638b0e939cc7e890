package dev.dailies.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(6));

  @Test
  void doublesUpToTheLongest() {
    assertNext(1);
    assertNext(2);
    assertNext(4);
    assertNext(6);
    assertNext(6);
  }

  @Test
  void startsOverAfterASuccess() {
    assertNext(1);
    assertNext(2);

    backOff.reset();

    assertNext(1);
  }

  private void assertNext(int seconds) {
    assertThat(backOff.next())
        .isBetween(Duration.ofMillis(750L * seconds), Duration.ofSeconds(seconds));
  }
}
