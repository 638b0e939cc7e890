package dev.dailies.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBodyTest {

  private static final String ROOM = "x".repeat(AnswerReader.LONGEST_TEXT - 3);

  @ParameterizedTest
  @ValueSource(strings = {"\\u00e4", "\\\"", "\\\\", "\\n"})
  void cutsALongTextNotWithinAnEscape(String escape) {
    for (int more = 0; more < 4; more++) {
      String text = ROOM + "y".repeat(more) + escape.repeat(9);
      AnswerBody body = AnswerBody.of("{\"seen\":\"%s\",\"id\":\"t\"} more".formatted(text));

      assertThat(body.json().path("id").asString("")).isEqualTo("t");
      assertThat(body.json().path("seen").asString("")).startsWith(ROOM).hasSizeLessThan(20_000);
      assertThat(body.rest()).isEqualTo("more");
    }
  }

  @Test
  void findsWhatFollowsAfterAnyBlanks() {
    assertThat(AnswerBody.of("\uFEFF {\"id\":1}" + " ".repeat(50_000) + "{\"error\":1}\n").rest())
        .isEqualTo("{\"error\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[{}]", "\"id\"", "{\"id\":1", "{\"id\":\"1", "{\"id\":x}", "<p>{}"})
  void takesNothingElseForAnObject(String text) {
    AnswerBody body = AnswerBody.of(text);

    assertThat(body.json().isMissingNode()).isTrue();
    assertThat(body.beginning()).isEqualTo(text);
    assertThat(body.rest()).isEmpty();
  }

  @Test
  void holdsNoMoreThanTheWantedPart() throws IOException {
    String text = "{\"a\":{\"x\":1,\"y\":[2]},\"b\":[{\"z\":\"k-1\"},5],\"c\":3}";
    Part part = Part.of(Map.of("a", Part.WHOLE.of("y"), "b", Part.WHOLE.of("1")));

    AnswerBody body = AnswerBody.read(new StringReader(text), part, held -> held);

    assertThat(body.json()).hasToString("{\"a\":{\"y\":[2]},\"b\":[null,5]}");
    assertThat(body.beginning()).isEqualTo(text);
  }

  @Test
  void redactsWhatItHas() throws IOException {
    AnswerBody body =
        AnswerBody.read(
            new StringReader("{\"k\\u0065y\":\"a k\\u0065y\"} key"),
            Part.WHOLE,
            held -> held.replace("key", "***"));

    assertThat(body.json()).hasToString("{\"***\":\"a ***\"}");
    assertThat(body.rest()).isEqualTo("***");
    assertThat(body.beginning()).endsWith("***");
  }
}
