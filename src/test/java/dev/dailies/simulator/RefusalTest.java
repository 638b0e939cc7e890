package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private final Simulator simulator = Simulator.start(Settings.of(), 0);
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void wantsAKey() throws Exception {
    HttpRequest create =
        HttpRequest.newBuilder(simulator.baseUrl().resolve(Caller.IMAGE_TO_VIDEO))
            .header("X-Runway-Version", "2024-11-06")
            .POST(BodyPublishers.ofString(Caller.imageToVideo("a cat")))
            .build();

    HttpResponse<String> answer = Caller.text(create);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"type\":\"comet_api_error\"", "(request id: ");
    assertThat(caller.record("counts").path("refused").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2023-09-06"})
  void wantsTheVersionOfTheApi(String version) throws Exception {
    HttpRequest create =
        caller
            .to(Caller.IMAGE_TO_VIDEO)
            .setHeader("X-Runway-Version", version)
            .POST(BodyPublishers.ofString(Caller.imageToVideo("a cat")))
            .build();

    assertThat(Caller.text(create).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "prompt_image_empty | {'model':'gen3a_turbo'}",
        "prompt_image_empty | {'promptImage':null,'model':'gen3a_turbo'}",
        "invalid_request | {'promptImage':'https://example.org/a.jpg'}",
        "invalid_request | {'promptImage':'http://example.org/a.jpg','model':'gen3a_turbo'}",
        "invalid_request | {'promptImage':7,'model':'gen3a_turbo'}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen3a_turbo','duration':6}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen4_turbo','duration':11}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen4_turbo','duration':'5'}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen4_turbo','ratio':'16:9'}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen4_turbo','seed':1000000000}",
        "invalid_request | {'promptImage':'https://a.b/c','model':'gen4_turbo','watermark':1}",
        "prompt_image_empty | []",
        "prompt_image_empty | {'promptImage':",
      })
  void refusesAnImageToVideoThatTheRealOneRefuses(String code, String body) throws Exception {
    expectRefusal(Caller.IMAGE_TO_VIDEO, body, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'promptText':'a cat','model':'gen4_aleph'}",
        "{'videoUri':'https://a.b/c.mp4','model':'gen4_aleph'}",
        "{'videoUri':'https://a.b/c.mp4','promptText':'a cat'}",
        "{'videoUri':'https://a.b/c','promptText':'a','model':'x','seed':4294967296}",
        "{'videoUri':'https://a.b/c','promptText':'a','model':'x','references':[{'uri':'x'}]}",
      })
  void refusesAVideoToVideoThatTheRealOneRefuses(String body) throws Exception {
    expectRefusal(Caller.VIDEO_TO_VIDEO, body, "invalid_request");
  }

  @Test
  void countsThePromptInUtf16Units() throws Exception {
    assertThat(promptOf("é".repeat(512)).statusCode()).isEqualTo(200);
    assertThat(promptOf("🐈".repeat(256)).statusCode()).isEqualTo(200);
    assertThat(promptOf("🐈".repeat(256) + "!").statusCode()).isEqualTo(400);
  }

  @Test
  void takesTheLongestDataUriAndNoLongerOne() throws Exception {
    String data = "data:image/png;base64,";
    String longest = data + "A".repeat(5_242_880 - data.length());

    assertThat(caller.post(Caller.IMAGE_TO_VIDEO, withImage(longest)).statusCode()).isEqualTo(200);
    assertThat(caller.post(Caller.IMAGE_TO_VIDEO, withImage(longest + "A")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void takesAVideoToVideo() throws Exception {
    HttpResponse<String> answer =
        caller.post(
            Caller.VIDEO_TO_VIDEO,
            """
            {"videoUri":"https://example.org/a.mp4","promptText":"at night","model":"gen4_aleph",
             "seed":4294967295,"references":[{"type":"image","uri":"https://example.org/a.jpg"}],
             "ratio":"848:480","contentModeration":{"publicFigureThreshold":"auto"}}""");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /runwayml/v1/text_to_video",
    "POST, /runwayml/v1/image_to_video/",
    "GET, /runwayml/v1/image_to_video",
    "DELETE, /runwayml/v1/tasks/3d957031-9a2a-45e2-9dc7-bc8513059c50",
    "GET, /",
    "GET, /clips/../../etc/passwd",
  })
  void answersUnknownPathsWithTheFrontPage(String method, String path) throws Exception {
    HttpRequest request = caller.to(path).method(method, BodyPublishers.noBody()).build();

    HttpResponse<String> answer = Caller.text(request);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).startsWith("<!doctype html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3d957031-9a2a-45e2-9dc7-bc8513059c50", "x"})
  void doesNotKnowOtherTickets(String ticket) throws Exception {
    HttpResponse<String> answer = caller.look(ticket);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}");
  }

  private void expectRefusal(String path, String body, String code) throws Exception {
    HttpResponse<String> answer = caller.post(path, body.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    assertThat(answer.body()).endsWith(",\"data\":null}");
    assertThat(caller.record("counts").path("refused").intValue()).isEqualTo(1);
    assertThat(caller.record("counts").path("creates").intValue()).isZero();
  }

  private HttpResponse<String> promptOf(String prompt) throws Exception {
    return caller.post(Caller.IMAGE_TO_VIDEO, Caller.imageToVideo(prompt));
  }

  private static String withImage(String image) {
    return "{\"model\":\"gen4_turbo\",\"promptImage\":\"" + image + "\"}";
  }
}
