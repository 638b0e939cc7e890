package dev.dailies.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NalUnitTest {

  @Test
  void breaksUpWhatLooksLikeAMark() {
    byte[] unit = NalUnit.of(0x65, new byte[] {0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 3});

    assertThat(unit).containsExactly(0x65, 0, 0, 3, 1, 0, 0, 3, 0, 0, 4, 0, 0, 3, 3);
  }
}
