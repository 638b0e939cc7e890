package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {

  @Test
  void keepsWhatFits() {
    assertThat(Cut.chars("abcde", 5)).isEqualTo("abcde");
    assertThat(Cut.codePoints("🎬🎬🎬", 3)).isEqualTo("🎬🎬🎬");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(Cut.chars("abcdef", 5)).isEqualTo("abcd…");
    assertThat(Cut.codePoints("abcdef", 5)).isEqualTo("abcd…");
  }

  @Test
  void halvesNoSurrogatePair() {
    assertThat(Cut.chars("🎬🎬🎬", 4)).isEqualTo("🎬…");
    assertThat(Cut.chars("🎬🎬", 2)).isEqualTo("…");
    assertThat(Cut.codePoints("🎬🎬🎬", 2)).isEqualTo("🎬…");
  }
}
