package dev.dailies.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the data file and the routes make of a row, before anything is sent. */
class RunwayReviewTest {

  private final Models models = Models.load(RunwayFactory.class, null);
  private final RouteReview reviewer = new RouteReview("runway", RunwayRoutes.ALL, models);
  private final RouteFormat format =
      new RouteFormat("https://api.example", RunwayRoutes.ALL, models);

  @ParameterizedTest
  @EnumSource
  void offersEveryOperation(Operation operation) {
    assertThat(reviewer.route(operation)).isPresent();
    assertThat(models.usual(operation)).isPresent();
  }

  @Test
  void hasASampleOfEveryOperation() {
    List<Shot> samples = RunwaySamples.shots();

    assertThat(samples).extracting(Shot::operation).contains(Operation.values());
    assertThat(samples).allSatisfy(shot -> assertThat(reviewer.of(shot).problems()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE_TO_VIDEO, gen3a_turbo, gen4_turbo",
    "IMAGE_TO_VIDEO, veo3, veo3.1",
    "TEXT_TO_VIDEO, veo3, veo3.1",
    "VIDEO_TO_VIDEO, gen4_aleph, aleph2",
    "VIDEO_UPSCALE, upscale_v1, magnific_video_upscaler_creative"
  })
  void refusesARetiredModelAndNamesWhatReplacesIt(
      Operation operation, String model, String successor) {
    AShot shot =
        AShot.of(operation)
            .image(operation == Operation.IMAGE_TO_VIDEO ? "https://a.example/a.jpg" : null)
            .video(operation.name().startsWith("VIDEO") ? "https://a.example/a.mp4" : null)
            .prompt(operation == Operation.VIDEO_UPSCALE ? "" : "A cat")
            .model(model);

    assertThat(problems(shot))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.message()).contains("retired", successor);
            });
    assertThat(models.names(operation)).doesNotContain(model + ",").contains(successor);
  }

  @Test
  void knowsWhatEachModelNeeds() {
    assertOnly(AShot.imageToVideo().prompt(""), Severity.ERROR, "prompt");
    assertOnly(AShot.imageToVideo().prompt("").model("gen4_turbo"), Severity.WARNING, "prompt");
    assertOnly(
        AShot.of(Operation.TEXT_TO_IMAGE).model("gen4_image_turbo"), Severity.ERROR, "references");
    assertThat(problems(AShot.of(Operation.TEXT_TO_IMAGE))).isEmpty();
    assertOnly(performance().image(null), Severity.ERROR, "image");
    assertOnly(performance().video(null), Severity.ERROR, "video");
  }

  @Test
  void knowsWhatEachModelLacks() {
    assertOnly(
        AShot.videoToVideo().references("https://a.example/r"), Severity.ERROR, "references");
    assertThat(problems(AShot.videoToVideo().references("https://a.example/r").model("seedance2")))
        .isEmpty();
    assertOnly(AShot.imageToVideo().model("veo3.1").seed(1), Severity.ERROR, "seed");
    assertOnly(AShot.videoToVideo().duration(5), Severity.WARNING, "duration");
    assertOnly(performance().prompt("Smile"), Severity.ERROR, "prompt");
  }

  @Test
  void sendsNoWatermark() {
    assertOnly(AShot.imageToVideo().watermark(false), Severity.WARNING, "watermark");
    assertThat(body(AShot.imageToVideo().watermark(false))).doesNotContain("watermark");
  }

  @ParameterizedTest
  @CsvSource({
    "gen4.5, 7, 1584:672, true",
    "gen4.5, 11, 1280:720, false",
    "veo3.1, 6, 1920:1080, true",
    "veo3.1, 5, 1280:720, false",
    "gen4_turbo, 5, 1920:1080, false"
  })
  void knowsLengthsAndSizesOfEachModel(String model, int duration, String ratio, boolean good) {
    assertThat(problems(AShot.imageToVideo().model(model).duration(duration).ratio(ratio)))
        .hasSize(good ? 0 : 1);
  }

  @Test
  void countsAPromptByItsModel() {
    assertOnly(AShot.imageToVideo().prompt("x".repeat(1001)), Severity.ERROR, "prompt");
    assertThat(problems(AShot.imageToVideo().model("hailuo3").prompt("x".repeat(6000)))).isEmpty();
  }

  @Test
  void writesEachOperationAsTheDocumentHasIt() {
    assertThat(body(AShot.imageToVideo().seed(7)))
        .isEqualTo(
            "{\"model\":\"gen4.5\",\"promptImage\":\"https://example.org/cat.jpg\",\"promptText\":\"A"
                + " yawning cat\",\"ratio\":\"1280:720\",\"duration\":5,\"seed\":7}");
    assertThat(body(AShot.of(Operation.TEXT_TO_IMAGE).references("https://a.example/r.png")))
        .isEqualTo(
            "{\"model\":\"gen4_image\",\"promptText\":\"A yawning cat\","
                + "\"referenceImages\":[{\"uri\":\"https://a.example/r.png\"}],\"ratio\":\"1920:1080\"}");
    assertThat(body(performance().options(Map.of("bodyControl", true))))
        .isEqualTo(
            "{\"model\":\"act_two\",\"character\":{\"type\":\"image\",\"uri\":\"https://a.example/f.jpg\"},"
                + "\"reference\":{\"type\":\"video\",\"uri\":\"https://a.example/p.mp4\"},"
                + "\"bodyControl\":true}");
  }

  @Test
  void usesTheNamesAndTheUsualValuesOfTheModel() {
    assertThat(body(AShot.videoToVideo().ratio("16:9")))
        .contains("\"videoUri\":", "\"targetAspectRatio\":\"16:9\"")
        .doesNotContain("\"ratio\"");
    assertThat(body(AShot.videoToVideo().model("seedance2")))
        .contains("\"promptVideo\":", "\"duration\":5")
        .doesNotContain("videoUri");
    assertThat(body(AShot.imageToVideo().model("veo3.1"))).contains("\"duration\":4");
  }

  @Test
  void seesThatAnOptionContradictsAColumnUnderTheModelsName() {
    assertOnly(
        AShot.videoToVideo().options(Map.of("targetAspectRatio", "1:1")),
        Severity.ERROR,
        "options.targetAspectRatio");
  }

  @ParameterizedTest
  @CsvSource({"gen4.5, 10, 1.20", "gen4_turbo, 5, 0.25", "veo3.1, 8, 3.20", "veo3.1, , 1.60"})
  void pricesByTheSecond(String model, @Nullable Integer duration, String usd) {
    AShot shot = AShot.imageToVideo().model(model);

    assertThat(reviewer.of((duration == null ? shot : shot.duration(duration)).build()).price())
        .isEqualTo(Price.usd(usd));
  }

  @Test
  void namesNoPriceThatDependsOnTheInput() {
    assertThat(reviewer.of(AShot.videoToVideo().build()).price()).isNull();
    assertThat(reviewer.of(performance().build()).price()).isNull();
  }

  private static AShot performance() {
    return AShot.of(Operation.CHARACTER_PERFORMANCE)
        .prompt("")
        .image("https://a.example/f.jpg")
        .video("https://a.example/p.mp4");
  }

  private String body(AShot shot) {
    Request request = format.request(shot.build());
    return request.body();
  }

  private List<Problem> problems(AShot shot) {
    return reviewer.of(shot.build()).problems();
  }

  private void assertOnly(AShot shot, Severity severity, String column) {
    assertThat(problems(shot))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(severity);
              assertThat(problem.column()).isEqualTo(column);
            });
  }
}
