package dev.dailies.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  @ParameterizedTest
  @CsvSource({
    "1280:720, 320, 180",
    "720:1280, 180, 320",
    "16:9, 320, 180",
    "960:960, 320, 320",
    "1584:672, 320, 136",
    "768:1280, 192, 320",
    "1:99999, 4, 320"
  })
  void isASmallPictureOfTheRatio(String ratio, int width, int height) {
    Shape shape = Shape.of(ratio).orElseThrow();
    assertThat(shape.width()).isEqualTo(width);
    assertThat(shape.height()).isEqualTo(height);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "16/9", "adaptive", "0:9", "16:0", "-1:1"})
  void isNoShapeOfAnythingElse(String ratio) {
    assertThat(Shape.of(ratio)).isEmpty();
  }

  @Test
  void hasACodeBelowTheLargest() {
    assertThat(Shape.of(1, 1).code()).isLessThan(Shape.CODES);
    assertThat(Shape.of(999, 1000).code()).isLessThan(Shape.CODES);
  }
}
