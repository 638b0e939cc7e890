package dev.dailies.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void countsOneAsOne() {
    assertThat(Formats.unpriced(", ", 1, "task")).isEqualTo(", plus 1 task of unknown price");
  }

  @Test
  void saysHowManyNamesAreLeftOut() {
    assertThat(Formats.names(List.of("a", "b"), 2)).isEqualTo("a, b");
    assertThat(Formats.names(List.of("a", "b"), 9)).isEqualTo("a, b, … and 7 more");
  }
}
