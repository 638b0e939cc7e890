package dev.dailies.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalStreakTest {

  private final RefusalStreak streak = new RefusalStreak();

  private boolean refused(String reason, int times) {
    boolean hopeless = false;
    for (int n = 0; n < times; n++) {
      hopeless = streak.isHopelessAfter(reason);
    }
    return hopeless;
  }

  @Test
  void isHopelessAfterFiveOfOneReason() {
    assertThat(refused("no such model", 4)).isFalse();
    assertThat(refused("no such model", 1)).isTrue();
  }

  @Test
  void anotherReasonStartsOver() {
    assertThat(refused("no such model", 4)).isFalse();
    assertThat(refused("nudity", 1)).isFalse();
    assertThat(refused("no such model", 4)).isFalse();
  }

  @Test
  void nothingIsHopelessOnceARowWasTaken() {
    streak.accepted();

    assertThat(refused("nudity", 100)).isFalse();
  }
}
