package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Request;
import dev.dailies.provider.models.Models;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompatFormatTest {

  private final CompatFormat format =
      new CompatFormat(
          "cometapi",
          "https://api.example",
          Models.load(CometapiFactory.class, null),
          new Inputs(Path.of("")),
          URI.create("https://example.com/webhook"));

  @Test
  void writesTheDocumentedTextToVideoExample() {
    Request request =
        request(
            text()
                .prompt("a cat")
                .ratio("16:9")
                .model("gen4")
                .duration(10)
                .options(
                    Map.of(
                        "motion_vector",
                        Map.of("y", new BigDecimal("0.3999999999999999"), "r", -6))));

    assertThat(request.route()).isEqualTo("/runway/pro/generate");
    assertThat(request.model()).isEqualTo("gen4");
    assertThat(request.price()).isNull();
    assertThat(request.body())
        .isEqualTo(
            "{\"prompt\":\"a cat\",\"ratio\":\"16:9\",\"style\":\"cinematic\",\"model\":\"gen4\","
                + "\"options\":{\"seconds\":10,\"motion_vector\":{\"bg_x_pan\":0,\"bg_y_pan\":0,"
                + "\"r\":-6,\"x\":0,\"y\":0.3999999999999999,\"z\":0}},"
                + "\"callback_url\":\"https://example.com/webhook\"}");
  }

  @Test
  void writesOutWhatTheCellsLeaveOpen() {
    assertThat(request(text()).body())
        .isEqualTo(
            "{\"prompt\":\"A yawning cat\",\"ratio\":\"16:9\",\"style\":\"cinematic\","
                + "\"model\":\"gen4\",\"options\":{\"seconds\":5,\"motion_vector\":{\"bg_x_pan\":0,"
                + "\"bg_y_pan\":0,\"r\":0,\"x\":0,\"y\":0,\"z\":0}},"
                + "\"callback_url\":\"https://example.com/webhook\"}");
  }

  @Test
  void writesTheDocumentedImageToVideoExample() {
    Request request = request(AShot.imageToVideo().ratio("1280:720"));

    assertThat(request.route()).isEqualTo("/runway/pro/generate");
    assertThat(request.body())
        .isEqualTo(
            "{\"image\":\"https://example.org/cat.jpg\",\"prompt\":\"A yawning cat\","
                + "\"model\":\"gen4\",\"ratio\":\"1280:720\",\"options\":{\"seconds\":5},"
                + "\"callback_url\":\"https://example.com/webhook\"}");
  }

  @Test
  void writesAVideoToVideo() {
    Request request =
        request(
            AShot.videoToVideo()
                .duration(10)
                .options(Map.of("structure_transformation", new BigDecimal("0.5"), "flip", false)));

    assertThat(request.route()).isEqualTo("/runway/pro/video2video");
    assertThat(request.body())
        .isEqualTo(
            "{\"video\":\"https://example.org/cat.mp4\",\"model\":\"gen4\","
                + "\"prompt\":\"A yawning cat\",\"options\":{\"seconds\":10,\"flip\":false,"
                + "\"structure_transformation\":0.5},"
                + "\"callback_url\":\"https://example.com/webhook\"}");
  }

  @Test
  void sendsNoOptionsWhereThereAreNone() {
    assertThat(request(AShot.videoToVideo()).body()).doesNotContain("options");
  }

  @Test
  void writesACharacterPerformanceWithoutAModel() {
    Request request =
        request(
            AShot.of(Operation.CHARACTER_PERFORMANCE)
                .prompt("")
                .image("https://a.example/face.jpg")
                .video("https://a.example/actor.mp4"));

    assertThat(request.route()).isEqualTo("/runway/pro/act_one");
    assertThat(request.model()).isEqualTo("act_one");
    assertThat(request.body())
        .isEqualTo(
            "{\"video\":\"https://a.example/actor.mp4\",\"image\":\"https://a.example/face.jpg\","
                + "\"callback_url\":\"https://example.com/webhook\"}");
  }

  private static AShot text() {
    return AShot.of(Operation.TEXT_TO_VIDEO).style("cinematic");
  }

  private Request request(AShot shot) {
    return (Request) format.prepare(shot.build());
  }
}
