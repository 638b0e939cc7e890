package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.provider.models.Models;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompatReviewTest {

  private final CompatFormat format =
      new CompatFormat(
          "cometapi",
          "https://api.example",
          Models.load(CometapiFactory.class, null),
          new Inputs(Path.of("")),
          URI.create("https://c.example/"));

  @Test
  void findsNothingInTheDocumentedExamples() {
    assertThat(problems(text().ratio("16:9").duration(10).model("gen4"))).isEmpty();
    assertThat(problems(text().ratio("9:16").duration(5).model("gen4_turbo"))).isEmpty();
    assertThat(problems(AShot.imageToVideo().ratio("1280:720").style("noir"))).isEmpty();
    assertThat(problems(AShot.videoToVideo().duration(5))).isEmpty();
    assertThat(problems(character())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT_TO_IMAGE", "VIDEO_UPSCALE"})
  void offersNeitherImagesNorUpscaling(Operation operation) {
    assertThat(format.offers(operation)).isFalse();
    assertOnly(AShot.of(operation), Severity.ERROR, "operation");
  }

  @Test
  void knowsTheLimitsOfTextToVideo() {
    assertOnly(text().prompt(" "), Severity.ERROR, "prompt");
    assertOnly(text().ratio("2:1"), Severity.ERROR, "ratio");
    assertOnly(text().duration(7), Severity.ERROR, "duration");
    assertOnly(text().seed(1), Severity.ERROR, "seed");
    assertOnly(text().model("gen9"), Severity.WARNING, "model");
    assertOnly(text().watermark(true), Severity.WARNING, "watermark");
  }

  @Test
  void fillsInTheUsualStyleAndTakesASizeForItsShape() {
    AShot plain = AShot.of(Operation.TEXT_TO_VIDEO).ratio("1280:720");

    assertThat(problems(plain))
        .containsExactly(
            Problem.note(
                "style",
                null,
                "the style is cinematic where a row of text_to_video names none",
                ""),
            Problem.note("ratio", "1280:720", "1280:720 is 16:9 for gen4", ""));
    assertThat(format.draft(plain.build()))
        .isEqualTo(format.draft(text().ratio("16:9").build()))
        .contains("cinematic");
  }

  @Test
  void knowsTheLimitsOfImageToVideo() {
    assertOnly(AShot.imageToVideo().image(null), Severity.ERROR, "image");
    assertOnly(AShot.imageToVideo().prompt(""), Severity.ERROR, "prompt");
    assertOnly(AShot.imageToVideo().duration(6), Severity.ERROR, "duration");
    assertOnly(
        AShot.imageToVideo().references("https://a.example/1"), Severity.ERROR, "references");
  }

  @Test
  void knowsTheLimitsOfVideoToVideo() {
    assertOnly(AShot.videoToVideo().video(null), Severity.ERROR, "video");
    assertOnly(AShot.videoToVideo().prompt(""), Severity.ERROR, "prompt");
    assertOnly(AShot.videoToVideo().duration(60), Severity.ERROR, "duration");
    assertOnly(AShot.videoToVideo().ratio("16:9"), Severity.ERROR, "ratio");
    assertOnly(AShot.videoToVideo().style("noir"), Severity.ERROR, "style");
  }

  @Test
  void knowsTheLimitsOfACharacterPerformance() {
    assertOnly(character().image(null), Severity.ERROR, "image");
    assertOnly(character().video(null), Severity.ERROR, "video");
    assertOnly(character().prompt("smile"), Severity.ERROR, "prompt");
    assertOnly(character().duration(5), Severity.WARNING, "duration");
  }

  @Test
  void theLengthIsAColumn() {
    assertOnly(text().options(Map.of("seconds", 10)), Severity.ERROR, "options.seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "z", "r", "bg_x_pan", "bg_y_pan"})
  void aCameraMovesBySixNumbers(String axis) {
    assertThat(problems(moved(Map.of(axis, -6)))).isEmpty();
    assertOnly(moved(Map.of(axis, "fast")), Severity.ERROR, "options.motion_vector." + axis);
  }

  @Test
  void aCameraMovesByNothingElse() {
    assertOnly(moved(Map.of("zoom", 1)), Severity.ERROR, "options.motion_vector.zoom");
    assertOnly(moved("fast"), Severity.ERROR, "options.motion_vector");
  }

  @Test
  void aPriceThatNobodyKnowsIsNone() {
    assertThat(format.review(text().build()).price()).isNull();
  }

  private static AShot moved(Object vector) {
    return text().options(Map.of("motion_vector", vector));
  }

  private static AShot text() {
    return AShot.of(Operation.TEXT_TO_VIDEO).style("cinematic");
  }

  private static AShot character() {
    return AShot.of(Operation.CHARACTER_PERFORMANCE)
        .prompt("")
        .image("https://a.example/face.jpg")
        .video("https://a.example/actor.mp4");
  }

  private List<Problem> problems(AShot shot) {
    return format.review(shot.build()).problems();
  }

  private void assertOnly(AShot shot, Severity severity, String column) {
    assertThat(problems(shot))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(severity);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.fix()).isNotBlank();
            });
  }
}
