package dev.dailies.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Secret;
import dev.dailies.provider.http.AnswerBody;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPlaceTest {

  /** Any of them must do for a request of Java's own client. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bucket.example/a?b=c",
        "https://my_bucket.s3.example/a",
        "https://bucket.example/a?key=x|y",
        " https://bucket.example/a b\\n",
      })
  void isAnyPlaceThatABrowserTakes(String url) {
    assertThat(UploadPlace.in(answer(url), "https"))
        .hasValueSatisfying(
            place ->
                assertThat(HttpRequest.newBuilder(place.address()).build().uri().getScheme())
                    .isEqualTo("https"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://bucket.example/a", "ftp://bucket.example", "bucket", ""})
  void isNoPlaceThatIsLessSafeThanTheRequest(String url) {
    assertThat(UploadPlace.in(answer(url), "https")).isEmpty();
  }

  private static JsonAnswer answer(String url) {
    String body = "{\"uploadUrl\":\"%s\",\"runwayUri\":\"runway://a\"}".formatted(url);
    return new JsonAnswer(
        new Exchange.Answer(
            200, HttpHeaders.of(Map.of(), (name, value) -> true), AnswerBody.of(body)),
        Secret.of(""));
  }
}
