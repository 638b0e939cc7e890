package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import dev.dailies.provider.Review;
import dev.dailies.provider.models.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialReviewTest {

  private final OfficialFormat format =
      new OfficialFormat(
          "cometapi",
          "https://api.example",
          Models.load(CometapiFactory.class, null),
          new Inputs(Path.of("")));

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

  @Test
  void namesTheOperationsThatAreOffered() {
    assertThat(problems(AShot.of(Operation.TEXT_TO_VIDEO)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.isError()).isTrue();
              assertThat(p.column()).isEqualTo("operation");
              assertThat(p.fix()).contains("image_to_video", "video_to_video", "text_to_image");
            });
  }

  @Test
  void missesTheInput() {
    assertOnly(AShot.imageToVideo().image(null), Severity.ERROR, "image");
    assertOnly(AShot.videoToVideo().video(null), Severity.ERROR, "video");
    assertOnly(AShot.videoToVideo().prompt(" "), Severity.ERROR, "prompt");
    assertOnly(AShot.imageToVideo().prompt(""), Severity.WARNING, "prompt");
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
    assertOnly(AShot.imageToVideo().ratio("2:1"), Severity.ERROR, "ratio");
    assertOnly(AShot.imageToVideo().ratio("1920:1080"), Severity.ERROR, "ratio");
  }

  @ParameterizedTest
  @CsvSource({
    "16:9,1280:720",
    "9:16,720:1280",
    "1:1,960:960",
    "4:3,1104:832",
    "3:4,832:1104",
    "21:9,1584:672"
  })
  void takesAShapeForItsSize(String shape, String size) {
    assertThat(problems(AShot.imageToVideo().ratio(shape)))
        .containsExactly(
            Problem.note("ratio", shape, "%s is %s for gen3a_turbo".formatted(shape, size), ""));
    assertThat(format.draft(AShot.imageToVideo().ratio(shape).build()))
        .isEqualTo(format.draft(AShot.imageToVideo().ratio(size).build()))
        .contains(size);
  }

  @Test
  void sendsNoNegativePrompt() {
    AShot shot = AShot.imageToVideo().options(Map.of("negative_prompt", "people"));

    assertThat(problems(shot))
        .containsExactly(
            Problem.note(
                "options.negative_prompt",
                "people",
                "image_to_video at cometapi takes no negative prompt: it is kept, and not sent",
                ""));
    assertThat(format.draft(shot.build())).doesNotContain("people");
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
    assertThat(format.review(shot.build()).price()).isNull();
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
    assertThat(format.review(AShot.imageToVideo().build()).price()).isEqualTo(Price.usd("0.32"));
    assertThat(format.review(AShot.videoToVideo().build()).price()).isNull();
  }

  @Test
  void knowsTheLimitsOfAnImageOfText() {
    assertThat(problems(image())).isEmpty();
    assertThat(problems(image().references("https://a.example/1", "https://a.example/2")))
        .isEmpty();
    assertThat(format.review(image().build()).price()).isEqualTo(Price.usd("0.32"));
    assertOnly(image().prompt("x".repeat(1001)), Severity.ERROR, "prompt");
    assertOnly(image().ratio("2:1"), Severity.ERROR, "ratio");
    assertOnly(image().seed(4294967296L), Severity.ERROR, "seed");
    assertOnly(image().references(), Severity.ERROR, "references");
    assertOnly(
        image()
            .references(
                "https://a.example/1",
                "https://a.example/2",
                "https://a.example/3",
                "https://a.example/4"),
        Severity.ERROR,
        "references");
    assertOnly(
        AShot.of(Operation.TEXT_TO_IMAGE).references("https://a.example/1"),
        Severity.ERROR,
        "ratio");
    assertOnly(image().duration(5), Severity.WARNING, "duration");
  }

  @Test
  void knowsTheLimitsOfAnUpscale() {
    AShot shot = AShot.of(Operation.VIDEO_UPSCALE).prompt("").video("https://a.example/v.mp4");

    assertThat(problems(shot)).isEmpty();
    assertOnly(shot.seed(1), Severity.ERROR, "seed");
    assertOnly(AShot.of(Operation.VIDEO_UPSCALE).prompt(""), Severity.ERROR, "video");
  }

  @Test
  void knowsTheLimitsOfACharacterPerformance() {
    assertThat(problems(character())).isEmpty();
    assertThat(
            problems(
                character()
                    .ratio("720:1280")
                    .seed(4294967295L)
                    .options(Map.of("bodyControl", true, "expressionIntensity", 3))))
        .isEmpty();
    assertOnly(character().image(null), Severity.ERROR, "image");
    assertOnly(character().video(null), Severity.ERROR, "video");
    assertOnly(character().prompt("smile"), Severity.ERROR, "prompt");
    assertOnly(character().ratio("1280:768"), Severity.ERROR, "ratio");
    assertOnly(character().options(Map.of("character", "x")), Severity.ERROR, "options.character");
  }

  private static AShot image() {
    return AShot.of(Operation.TEXT_TO_IMAGE).ratio("1920:1080").references("https://a.example/1");
  }

  private static AShot character() {
    return AShot.of(Operation.CHARACTER_PERFORMANCE)
        .prompt("")
        .image("https://a.example/face.jpg")
        .video("https://a.example/actor.mp4");
  }

  private List<Problem> problems(AShot shot) {
    Review review = format.review(shot.build());
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
