package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.provider.Review;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.RouteReview;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialReviewTest {

  private final RouteReview reviewer =
      new RouteReview("cometapi", OfficialFormat.ROUTES, Models.load(CometapiFactory.class, null));

  @Test
  void findsNothingInTheDocumentedExamples() {
    assertThat(problems(AShot.imageToVideo().duration(5).ratio("1280:768"))).isEmpty();
    assertThat(
            problems(
                AShot.videoToVideo()
                    .seed(4294967295L)
                    .ratio("1280:720")
                    .references("https://a.example/ref.jpg")
                    .options(Map.of("contentModeration", Map.of("publicFigureThreshold", "auto")))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"IMAGE_TO_VIDEO", "VIDEO_TO_VIDEO"},
      mode = Mode.EXCLUDE)
  void namesTheOperationsThatAreOffered(Operation operation) {
    assertThat(problems(AShot.of(operation)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.isError()).isTrue();
              assertThat(p.column()).isEqualTo("operation");
              assertThat(p.fix()).contains("image_to_video", "video_to_video");
            });
  }

  @Test
  void missesTheInput() {
    assertOnly(AShot.imageToVideo().image(null), Severity.ERROR, "image");
    assertOnly(AShot.videoToVideo().video(null), Severity.ERROR, "video");
    assertOnly(AShot.videoToVideo().prompt(" "), Severity.ERROR, "prompt");
    assertThat(problems(AShot.imageToVideo().prompt(""))).isEmpty();
  }

  @Test
  void countsAPromptInUtf16Units() {
    assertThat(problems(AShot.imageToVideo().prompt("🎬".repeat(256)))).isEmpty();
    assertOnly(AShot.imageToVideo().prompt("🎬".repeat(257)), Severity.ERROR, "prompt");
    assertThat(problems(AShot.videoToVideo().prompt("x".repeat(1000)))).isEmpty();
    assertThat(problems(AShot.videoToVideo().prompt("x".repeat(1018))).get(0).message())
        .contains("18 over the 1000");
  }

  @Test
  void knowsTheDurationsOfItsModel() {
    assertThat(problems(AShot.imageToVideo().duration(10))).isEmpty();
    assertOnly(AShot.imageToVideo().duration(7), Severity.ERROR, "duration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1280:720",
        "720:1280",
        "1104:832",
        "832:1104",
        "960:960",
        "1584:672",
        "1280:768",
        "768:1280"
      })
  void takesTheEightRatios(String ratio) {
    assertThat(problems(AShot.imageToVideo().ratio(ratio))).isEmpty();
  }

  @Test
  void takesNoOtherRatio() {
    assertOnly(AShot.imageToVideo().ratio("16:9"), Severity.ERROR, "ratio");
  }

  @Test
  void warnsOfASeedThatOnlyTheExampleSends() {
    assertThat(problems(AShot.imageToVideo().seed(999999999))).isEmpty();
    assertOnly(AShot.imageToVideo().seed(1000000000), Severity.WARNING, "seed");
    assertOnly(AShot.imageToVideo().seed(4294967295L), Severity.WARNING, "seed");
    assertOnly(AShot.imageToVideo().seed(4294967296L), Severity.ERROR, "seed");
    assertOnly(AShot.imageToVideo().seed(-1), Severity.ERROR, "seed");
    assertOnly(AShot.videoToVideo().seed(4294967296L), Severity.ERROR, "seed");
  }

  @Test
  void passesAnUnknownModelOnWithoutItsRules() {
    AShot shot = AShot.imageToVideo().model("gen9").duration(7).ratio("16:9");

    assertOnly(shot, Severity.WARNING, "model");
    assertThat(reviewer.of(shot.build()).price()).isNull();
  }

  @Test
  void namesEveryInputThatCannotBeSent() {
    assertThat(
            problems(
                AShot.imageToVideo()
                    .video("https://a.example/v.mp4")
                    .references("r")
                    .style("noir")))
        .allMatch(Problem::isError)
        .extracting(Problem::column)
        .containsExactly("video", "references", "style");
  }

  @Test
  void warnsOfALengthOrMarkThatCannotBeSent() {
    assertThat(problems(AShot.videoToVideo().duration(5).watermark(true)))
        .noneMatch(Problem::isError)
        .extracting(Problem::column)
        .containsExactly("duration", "watermark");
  }

  @Test
  void refusesAnOptionThatAColumnSends() {
    assertThat(problems(AShot.imageToVideo().options(Map.of("promptText", "x"))))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.isError()).isTrue();
              assertThat(p.column()).isEqualTo("options.promptText");
              assertThat(p.fix()).contains("prompt");
            });
  }

  @Test
  void findsEverythingAtOnce() {
    AShot shot =
        AShot.imageToVideo().image(null).prompt("x".repeat(600)).seed(-1).duration(1).ratio("1:1");

    assertThat(problems(shot))
        .extracting(Problem::column)
        .containsExactlyInAnyOrder("image", "prompt", "seed", "duration", "ratio");
  }

  @Test
  void tellsThePriceWhereItIsKnown() {
    assertThat(reviewer.of(AShot.imageToVideo().build()).price()).isEqualTo(Price.usd("0.32"));
    assertThat(reviewer.of(AShot.videoToVideo().build()).price()).isNull();
  }

  private List<Problem> problems(AShot shot) {
    Review review = reviewer.of(shot.build());
    return review.problems();
  }

  private void assertOnly(AShot shot, Severity severity, String column) {
    assertThat(problems(shot))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(severity);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.fix()).isNotBlank();
            });
  }
}
