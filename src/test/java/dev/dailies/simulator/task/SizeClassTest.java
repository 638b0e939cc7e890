package dev.dailies.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeClassTest {

  @ParameterizedTest
  @ValueSource(longs = {65, 127, 128, 129, 1_000_000, 1_048_576, 1_048_577, 4_194_304_000L})
  void holdsTheSizeAndLittleMore(long bytes) {
    SizeClass size = SizeClass.atLeast(bytes);

    assertThat(size.bytes()).isBetween(bytes, bytes + bytes / 64 + 1);
    assertThat(size.code()).isBetween(0, (1 << SizeClass.BITS) - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 64})
  void smallestClassIsSmallerThanAnyClip(long bytes) {
    assertThat(SizeClass.atLeast(bytes)).isEqualTo(new SizeClass(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1_048_576, 50 * 1_048_576, 1_073_741_824})
  void keepsRoundSizesExactly(long bytes) {
    assertThat(SizeClass.atLeast(bytes).bytes()).isEqualTo(bytes);
  }
}
