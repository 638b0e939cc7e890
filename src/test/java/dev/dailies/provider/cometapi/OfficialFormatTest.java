package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfficialFormatTest {

  private final RouteFormat format =
      new RouteFormat(
          "https://api.example", OfficialFormat.ROUTES, Models.load(CometapiFactory.class, null));

  @Test
  void writesTheDocumentedImageToVideoExample() {
    Request request =
        format.request(
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
        format.request(
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
    assertThat(format.request(AShot.imageToVideo().prompt("").build()).body())
        .isEqualTo(
            "{\"promptImage\":\"https://example.org/cat.jpg\",\"model\":\"gen3a_turbo\","
                + "\"duration\":5,\"ratio\":\"1280:720\"}");
    assertThat(format.request(AShot.videoToVideo().build()).body())
        .isEqualTo(
            "{\"videoUri\":\"https://example.org/cat.mp4\",\"promptText\":\"A yawning cat\","
                + "\"model\":\"gen4_aleph\"}");
  }

  @Test
  void passesAnUnknownModelOn() {
    Request request = format.request(AShot.imageToVideo().model("gen9").build());

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

    assertThat(format.request(AShot.imageToVideo().options(options).build()).body())
        .endsWith("\"ratio\":\"1280:720\",\"a\":null,\"motion\":0.5,\"z\":{\"a\":[true],\"b\":2}}");
  }

  @Test
  void letsNoOptionReplaceAColumn() {
    assertThat(
            format
                .request(
                    AShot.imageToVideo()
                        .options(Map.of("duration", 10, "ratio", Map.of("w", 1)))
                        .build())
                .body())
        .endsWith("\"duration\":5,\"ratio\":\"1280:720\"}");
  }

  @Test
  void keepsAwkwardTextAsItIs() {
    assertThat(format.request(AShot.imageToVideo().prompt("a \"b\"\n${c} 🎬 %s").build()).body())
        .contains("\"promptText\":\"a \\\"b\\\"\\n${c} 🎬 %s\"");
  }
}
