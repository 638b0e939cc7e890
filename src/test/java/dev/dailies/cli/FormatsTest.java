package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void countsOneAsOne() {
    assertThat(Formats.count(1, "row")).isEqualTo("1 row");
    assertThat(Formats.count(0, "row")).isEqualTo("0 rows");
    assertThat(Formats.unpriced(", ", 1, "task")).isEqualTo(", plus 1 task of unknown price");
  }
}
