package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OfficialRoutesTest {

  private final Simulator simulator = Simulator.start(Settings.of("generation-time=0s"), 0);
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void makesAPictureOfAText() throws Exception {
    String ticket =
        caller
            .postJson(
                "/runwayml/v1/text_to_image",
                """
                {"model":"gen4_image","promptText":"a cat","ratio":"720:1280","seed":1,
                 "referenceImages":[{"uri":"https://example.org/a.jpg","tag":"cat"}]}""")
            .path("id")
            .asString();
    HttpResponse<byte[]> picture = Caller.download(caller.link(ticket));
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(PlayedFile.pictureSize(picture.body())).isEqualTo("180x320");
    assertThat(entry().path("image").asString()).isEqualTo("https://example.org/a.jpg");
  }

  @Test
  void noTwoPicturesAreEqual() throws Exception {
    String body =
        """
        {"model":"gen4_image","promptText":"a cat","ratio":"720:1280",
         "referenceImages":[{"uri":"https://example.org/a.jpg"}]}""";
    URI one =
        caller.link(caller.postJson("/runwayml/v1/text_to_image", body).path("id").asString());
    URI two =
        caller.link(caller.postJson("/runwayml/v1/text_to_image", body).path("id").asString());
    assertThat(Caller.download(one).body()).isNotEqualTo(Caller.download(two).body());
  }

  @Test
  void makesAClipOfAVideoThatIsToGrow() throws Exception {
    JsonNode answer =
        caller.postJson(
            "/runwayml/v1/video_upscale",
            "{\"videoUri\":\"https://example.org/a.mp4\",\"model\":\"upscale_v1\"}");
    PlayedFile.assertPlays(
        Caller.download(caller.link(answer.path("id").asString())).body(), 320, 180);
    assertThat(entry().path("video").asString()).isEqualTo("https://example.org/a.mp4");
    assertThat(entry().path("model").asString()).isEqualTo("upscale_v1");
  }

  @Test
  void makesAClipOfACharacter() throws Exception {
    JsonNode answer =
        caller.postJson(
            "/runwayml/v1/character_performance",
            """
            {"model":"act_two","character":{"type":"image","uri":"https://example.org/a.jpg"},
             "reference":{"type":"video","uri":"https://example.org/b.mp4"},"bodyControl":true,
             "expressionIntensity":3,"seed":4294967295,"ratio":"720:1280",
             "contentModeration":{"publicFigureThreshold":"auto"}}""");
    PlayedFile.assertPlays(
        Caller.download(caller.link(answer.path("id").asString())).body(), 180, 320);
    assertThat(entry().path("image").asString()).isEqualTo("https://example.org/a.jpg");
    assertThat(entry().path("video").asString()).isEqualTo("https://example.org/b.mp4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text_to_image | reference_images_empty | {'model':'m','promptText':'a','ratio':'1:1'}",
        "text_to_image | invalid_request | {'model':'m','promptText':'a'}",
        "video_upscale | invalid_request | {'model':'upscale_v1'}",
        "video_upscale | invalid_request | {'videoUri':'https://a.b/c.mp4'}",
        "character_performance | invalid_request | {'model':'act_two'}",
        "character_performance | invalid_request | {'model':'act_two',"
            + "'character':{'type':'image','uri':'https://a.b/c'},"
            + "'reference':{'type':'image','uri':'https://a.b/c'}}",
      })
  void refusesWhatTheRealOneRefuses(String route, String code, String body) throws Exception {
    HttpResponse<String> answer = caller.post("/runwayml/v1/" + route, body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"code\":\"" + code + "\"");
  }

  @Test
  void cancelsATaskWhosePromptAsksForIt() throws Exception {
    assertThat(caller.task(caller.create("a cat [cancel]")).path("status").asString())
        .isEqualTo("CANCELLED");
  }

  private JsonNode entry() throws Exception {
    return caller.record("journal").path("tasks").path(0);
  }
}
