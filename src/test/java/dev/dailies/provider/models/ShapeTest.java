package dev.dailies.provider.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model takes is shown to people as they write shapes. */
class ShapeTest {

  @ParameterizedTest
  @CsvSource({
    "1280:720, 16:9 (1280:720)",
    "720:1280, 9:16 (720:1280)",
    "960:960, 1:1 (960:960)",
    "1104:832, 4:3 (1104:832)",
    "832:1104, 3:4 (832:1104)",
    "1584:672, 21:9 (1584:672)",
    "1280:768, 5:3 (1280:768)",
    "16:9, 16:9",
    "1000:100, 1000:100",
    "wide, wide",
  })
  void isShownAsPeopleWriteIt(String ratio, String shown) {
    assertThat(Shape.shown(ratio)).isEqualTo(shown);
  }
}
