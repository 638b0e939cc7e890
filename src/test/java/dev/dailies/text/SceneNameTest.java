package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneNameTest {

  @ParameterizedTest
  @CsvSource({
    "SC01_SH040, SC01",
    "EP01_SC02_SH060, EP01_SC02",
    "12A-3, 12A",
    "s1.2, s1",
    "shot-01,",
    "teaser,",
    "SC01,",
    "fox_close,",
    "big_fox_2,"
  })
  void isTheNumberedPartBeforeTheLast(String id, String scene) {
    assertThat(SceneName.of(id).orElse(null)).isEqualTo(scene);
  }
}
