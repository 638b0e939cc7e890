package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.files.Sha256;
import dev.dailies.provider.AShot;
import dev.dailies.provider.FileInBody;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.models.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialFormatTest {

  private final OfficialFormat format;
  private final Path folder;

  OfficialFormatTest(@TempDir Path folder) {
    this.folder = folder;
    Models models = Models.load(CometapiFactory.class, null);
    format = new OfficialFormat("cometapi", "https://api.example", models, new Inputs(folder));
  }

  @Test
  void writesTheDocumentedImageToVideoExample() {
    Request request =
        request(
            AShot.imageToVideo()
                .model("gen3a_turbo")
                .seed(4294967295L)
                .watermark(false)
                .duration(5)
                .ratio("1280:768")
                .build());

    assertThat(request.route()).isEqualTo("/runwayml/v1/image_to_video");
    assertThat(request.model()).isEqualTo("gen3a_turbo");
    assertThat(request.price()).isEqualTo(Price.usd("0.32"));
    assertThat(request.body())
        .isEqualTo(
            "{\"promptImage\":\"https://example.org/cat.jpg\",\"model\":\"gen3a_turbo\","
                + "\"promptText\":\"A yawning cat\",\"seed\":4294967295,\"watermark\":false,"
                + "\"duration\":5,\"ratio\":\"1280:768\"}");
  }

  @Test
  void writesTheDocumentedVideoToVideoExample() {
    Request request =
        request(
            AShot.videoToVideo()
                .seed(7)
                .references("https://a.example/1.jpg")
                .ratio("1280:720")
                .options(Map.of("contentModeration", Map.of("publicFigureThreshold", "auto")))
                .build());

    assertThat(request.route()).isEqualTo("/runwayml/v1/video_to_video");
    assertThat(request.price()).isNull();
    assertThat(request.body())
        .isEqualTo(
            "{\"videoUri\":\"https://example.org/cat.mp4\",\"promptText\":\"A yawning cat\","
                + "\"model\":\"gen4_aleph\",\"seed\":7,"
                + "\"references\":[{\"type\":\"image\",\"uri\":\"https://a.example/1.jpg\"}],"
                + "\"ratio\":\"1280:720\",\"contentModeration\":{\"publicFigureThreshold\":\"auto\"}}");
  }

  @Test
  void writesDefaultsOut() {
    assertThat(request(AShot.imageToVideo().prompt("").build()).body())
        .isEqualTo(
            "{\"promptImage\":\"https://example.org/cat.jpg\",\"model\":\"gen3a_turbo\","
                + "\"duration\":5,\"ratio\":\"1280:720\"}");
    assertThat(request(AShot.videoToVideo().build()).body())
        .isEqualTo(
            "{\"videoUri\":\"https://example.org/cat.mp4\",\"promptText\":\"A yawning cat\","
                + "\"model\":\"gen4_aleph\"}");
  }

  @Test
  void passesAnUnknownModelOn() {
    Request request = request(AShot.imageToVideo().model("gen9").build());

    assertThat(request.model()).isEqualTo("gen9");
    assertThat(request.body()).contains("\"model\":\"gen9\"");
    assertThat(request.price()).isNull();
  }

  @Test
  void writesOptionsInTheOrderOfTheirNames() {
    Map<String, Object> options = new HashMap<>();
    options.put("z", Map.of("b", 2, "a", List.of(true)));
    options.put("a", null);
    options.put("motion", 0.5);

    assertThat(request(AShot.imageToVideo().options(options).build()).body())
        .endsWith("\"ratio\":\"1280:720\",\"a\":null,\"motion\":0.5,\"z\":{\"a\":[true],\"b\":2}}");
  }

  @Test
  void letsNoOptionReplaceAColumn() {
    assertThat(
            request(
                    AShot.imageToVideo()
                        .options(Map.of("duration", 10, "ratio", Map.of("w", 1)))
                        .build())
                .body())
        .endsWith("\"duration\":5,\"ratio\":\"1280:720\"}");
  }

  @Test
  void keepsAwkwardTextAsItIs() {
    assertThat(request(AShot.imageToVideo().prompt("a \"b\"\n${c} 🎬 %s").build()).body())
        .contains("\"promptText\":\"a \\\"b\\\"\\n${c} 🎬 %s\"");
  }

  @Test
  void writesAnImageOfTextWithItsReferencesTagged() {
    Request request =
        request(
            AShot.of(Operation.TEXT_TO_IMAGE)
                .prompt("@image1 in the light of @image2")
                .ratio("1920:1080")
                .seed(3)
                .references("https://a.example/1.jpg", "https://a.example/2.jpg")
                .build());

    assertThat(request.route()).isEqualTo("/runwayml/v1/text_to_image");
    assertThat(request.price()).isEqualTo(Price.usd("0.32"));
    assertThat(request.body())
        .isEqualTo(
            "{\"model\":\"gen4_image\",\"promptText\":\"@image1 in the light of @image2\","
                + "\"ratio\":\"1920:1080\",\"seed\":3,\"referenceImages\":["
                + "{\"uri\":\"https://a.example/1.jpg\",\"tag\":\"image1\"},"
                + "{\"uri\":\"https://a.example/2.jpg\",\"tag\":\"image2\"}]}");
  }

  @Test
  void writesAnUpscale() {
    Request request =
        request(AShot.of(Operation.VIDEO_UPSCALE).prompt("").video("https://a.example/v").build());

    assertThat(request.route()).isEqualTo("/runwayml/v1/video_upscale");
    assertThat(request.body())
        .isEqualTo("{\"videoUri\":\"https://a.example/v\",\"model\":\"upscale_v1\"}");
  }

  @Test
  void writesTheDocumentedCharacterPerformance() {
    Request request =
        request(
            AShot.of(Operation.CHARACTER_PERFORMANCE)
                .prompt("")
                .image("https://a.example/face.jpg")
                .video("https://a.example/actor.mp4")
                .seed(4294967295L)
                .options(
                    Map.of(
                        "bodyControl",
                        true,
                        "expressionIntensity",
                        3,
                        "contentModeration",
                        Map.of("publicFigureThreshold", "auto")))
                .build());

    assertThat(request.route()).isEqualTo("/runwayml/v1/character_performance");
    assertThat(request.model()).isEqualTo("act_two");
    assertThat(request.body())
        .isEqualTo(
            "{\"character\":{\"type\":\"image\",\"uri\":\"https://a.example/face.jpg\"},"
                + "\"reference\":{\"type\":\"video\",\"uri\":\"https://a.example/actor.mp4\"},"
                + "\"model\":\"act_two\",\"seed\":4294967295,\"ratio\":\"1280:720\","
                + "\"bodyControl\":true,"
                + "\"contentModeration\":{\"publicFigureThreshold\":\"auto\"},"
                + "\"expressionIntensity\":3}");
  }

  @Test
  void writesTheVideoOfAVideoToVideoOut() throws IOException {
    byte[] clip = "\0\0\0\030ftypisom and more".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("take.mp4"), clip);

    Request request = request(AShot.videoToVideo().video("take.mp4").build());

    FileInBody file = request.files().get(0);
    assertThat(request.files()).hasSize(1);
    assertThat(file.file().path()).isEqualTo(folder.resolve("take.mp4"));
    assertThat(file.digest()).isEqualTo(Sha256.of(folder.resolve("take.mp4")));
    assertThat(request.body()).startsWith("{\"videoUri\":\"" + file.mark() + "\",");
    assertThat(request.forTheRecord().body())
        .startsWith("{\"videoUri\":\"data:video/mp4 (21 bytes)\",");
  }

  @Test
  void sendsNothingForAFileThatIsGone() {
    assertThat(format.prepare(AShot.videoToVideo().video("gone.mp4").build()))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("video: there is no such file"));
  }

  private Request request(Shot shot) {
    return (Request) format.prepare(shot);
  }
}
