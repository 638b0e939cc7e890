package dev.dailies.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GeneratorRoutesTest {

  private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  @Test
  void keepsAnImageUnderANewName() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of(), 0)) {
      JsonNode answer =
          new Caller(simulator)
              .sendJson("/api/upload", new FormData().file("image", "my cat.jpeg", PICTURE));
      assertThat(answer.propertyNames()).containsExactly("imageUrl");
      URI url = URI.create(answer.path("imageUrl").asString());
      assertThat(url.getPath()).matches("/generator-images/[0-9a-f-]{36}\\.jpeg");
      assertThat(Caller.download(url).body()).isEqualTo(PICTURE);
    }
  }

  @Test
  void wantsAnImage() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of(), 0)) {
      HttpResponse<String> answer =
          new Caller(simulator).send("/api/upload", new FormData().text("x", "y"));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Изображение обязательно\"}");
    }
  }

  @Test
  void answersWithRealFilesWhenTheyAreThere() throws Exception {
    try (Simulator simulator =
        Simulator.start(Settings.of("generation-time=300ms", "jitter=0"), 0)) {
      long start = System.nanoTime();
      Caller caller = new Caller(simulator);
      JsonNode answer = caller.sendJson("/api/generate", form("кошка"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
      assertThat(answer.propertyNames()).containsExactly("image", "video");
      PlayedFile.assertPlays(
          Caller.download(URI.create(answer.path("video").asString())).body(), 320, 180);
      byte[] image = Caller.download(URI.create(answer.path("image").asString())).body();
      assertThat(PlayedFile.pictureSize(image)).isEqualTo("320x180");
      JsonNode journal = caller.record("journal");
      assertThat(journal.path("creates").intValue()).isEqualTo(1);
      assertThat(journal.path("tasks").path(0).path("prompt").asString()).isEqualTo("кошка");
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of(), 0)) {
      Caller caller = new Caller(simulator);
      HttpResponse<String> textless =
          caller.send("/api/generate", new FormData().text("imageUrl", "https://a.b/c.jpg"));
      assertThat(textless.statusCode()).isEqualTo(400);
      assertThat(textless.body()).isEqualTo("{\"error\":\"Текст обязателен\"}");
      assertThat(caller.send("/api/generate", new FormData().text("text", "a")).body())
          .isEqualTo("{\"error\":\"URL изображения обязателен\"}");
    }
  }

  @Test
  void failsAsThePromptAsks() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of("generation-time=0s"), 0)) {
      HttpResponse<String> answer =
          new Caller(simulator).send("/api/generate", form("a cat [fail]"));
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).startsWith("{\"error\":\"Ошибка при генерации\",\"details\":");
    }
  }

  @Test
  void showsItsDemoIfSet() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of("generator-demo=true"), 0)) {
      assertThat(new Caller(simulator).sendJson("/api/generate", form("a cat")))
          .hasToString(
              "{\"image\":\"https://example.com/demo-image.jpg\","
                  + "\"video\":\"https://example.com/demo-video.mp4\",\"isDemo\":true}");
    }
  }

  @Test
  void handsTheWorkToAServerAndAnswersWithAStub() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of("generation-time=0s"), 0)) {
      Caller caller = new Caller(simulator);
      JsonNode answer =
          caller.sendJson(
              "/api/generate", form("a cat").text("serverUrl", simulator.baseUrl().toString()));
      assertThat(answer.path("video").asString())
          .isEqualTo("https://example.com/generated-video.mp4");
      String id = answer.path("workflowResponse").path("prompt_id").asString();
      assertThat(caller.json("/history/" + id).path(id).at("/status/status_str").asString())
          .isEqualTo("success");
    }
  }

  @Test
  void callsNoServerElsewhere() throws Exception {
    try (Simulator simulator = Simulator.start(Settings.of(), 0)) {
      HttpResponse<String> answer =
          new Caller(simulator)
              .send("/api/generate", form("a").text("serverUrl", "http://192.0.2.1:8188"));
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).startsWith("{\"error\":\"Ошибка при вызове ComfyUI API\"");
    }
  }

  @Test
  void losesAnswersOfWhatItMade() throws Exception {
    try (Simulator simulator =
        Simulator.start(Settings.of("lose-answer-share=1", "generation-time=0s"), 0)) {
      Caller caller = new Caller(simulator);
      assertThatThrownBy(() -> caller.send("/api/generate", form("a cat")))
          .isInstanceOf(IOException.class);
      assertThat(caller.record("counts").path("creates").intValue()).isEqualTo(1);
    }
  }

  private static FormData form(String text) {
    return new FormData().text("text", text).text("imageUrl", "https://example.org/a.jpg");
  }
}
