package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

  @Test
  void countsOneAsOne() {
    assertThat(Count.of(1, "row")).isEqualTo("1 row");
    assertThat(Count.of(0, "row")).isEqualTo("0 rows");
  }
}
