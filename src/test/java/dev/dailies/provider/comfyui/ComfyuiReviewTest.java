package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.comfyui.workflow.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComfyuiReviewTest {

  private static final Path SAMPLE = Path.of("sample-data/comfyui");

  @TempDir Path folder;

  private List<String> errors(AShot shot) {
    return problems(shot.build()).stream().filter(Problem::isError).map(Problem::column).toList();
  }

  private List<Problem> problems(Shot shot) {
    Template template =
        TemplateReader.read(
            SAMPLE.resolve("slideshow.json"), SAMPLE.resolve("slideshow.mapping.yaml"));
    return new ComfyuiReview(template, new Inputs(folder)).of(shot).problems();
  }

  /** All that the sample takes. */
  private static AShot good() {
    return AShot.imageToVideo().prompt("").duration(3).ratio("16:9").options(Map.of("fps", 12L));
  }

  @Test
  void findsNothingWrongWithWhatTheWorkflowTakes() {
    assertThat(problems(good().build())).isEmpty();
  }

  @Test
  void refusesEveryColumnThatTheWorkflowHasNoPlaceFor() {
    assertThat(
            errors(
                good()
                    .prompt("A cat")
                    .model("m")
                    .seed(1)
                    .style("film")
                    .video("https://example.org/a.mp4")
                    .references("https://example.org/b.jpg")
                    .options(Map.of("steps", 4L, "motion", Map.of("x", 1L)))))
        .containsExactlyInAnyOrder(
            "prompt",
            "model",
            "seed",
            "style",
            "video",
            "references",
            "options.steps",
            "options.motion.x");
  }

  @Test
  void warnsOfWhatChangesLittle() {
    assertThat(problems(good().watermark(true).build()))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.column()).isEqualTo("watermark");
            });
  }

  @Test
  void missesWhatTheWorkflowNeeds() {
    assertThat(errors(AShot.of(Operation.TEXT_TO_VIDEO).prompt(""))).containsExactly("image");
  }

  @Test
  void refusesAValueOfAnotherKind() {
    for (Object wrong : List.of("fast", true, "null")) {
      assertThat(errors(good().options(Map.of("fps", wrong)))).containsExactly("options.fps");
    }
  }

  @Test
  void refusesWhatIsSaidTwice() {
    assertThat(errors(good().options(Map.of("duration", 4L)))).containsExactly("options.duration");
    assertThat(errors(good().options(Map.of("width", 480L)))).containsExactly("options.width");
  }

  @Test
  void looksAtFilesAndAtNothingElse() throws IOException {
    Files.copy(SAMPLE.resolve("dawn.png"), folder.resolve("dawn.png"));
    Files.writeString(folder.resolve("dawn.mp4"), "\0\0\0\30ftypisom");

    assertThat(errors(good().image("dawn.png"))).isEmpty();
    assertThat(errors(good().image("https://nowhere.invalid/a.png"))).isEmpty();
    assertThat(errors(good().image("dawn.mp4"))).containsExactly("image");
    assertThat(errors(good().image("dusk.png"))).containsExactly("image");
    assertThat(errors(good().image("data:video/mp4;base64,AAAA"))).containsExactly("image");
    assertThat(errors(good().image("http://example.org/a.png"))).containsExactly("image");
  }

  @Test
  void takesFilesThatTheServerHas() {
    assertThat(problems(good().image("server:example.png").build())).isEmpty();
    assertThat(problems(good().image("SERVER: sub/größe 1.png").build())).isEmpty();
    assertThat(errors(good().image("server:"))).containsExactly("image");
    assertThat(errors(good().image("server:../x.png"))).containsExactly("image");
    assertThat(errors(good().image("server:/etc/x.png"))).containsExactly("image");
  }

  @Test
  void refusesTermsOfARatioWhereThereIsNoSizeToKeep() throws IOException {
    Path workflow = folder.resolve("wide.json");
    Files.writeString(
        workflow,
        """
        {"1": {"class_type": "Film",
               "inputs": {"width": "%width%", "height": "%height%", "filename_prefix": ""}}}
        """);
    ComfyuiReview review =
        new ComfyuiReview(TemplateReader.read(workflow, null), new Inputs(folder));
    AShot shot = AShot.of(Operation.TEXT_TO_VIDEO).prompt("");

    assertThat(review.of(shot.ratio("640:360").build()).problems()).isEmpty();
    assertThat(review.of(shot.ratio("16:9").build()).problems())
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.column()).isEqualTo("ratio");
              assertThat(only.fix()).contains("pixels");
            });
    assertThat(review.of(AShot.of(Operation.TEXT_TO_VIDEO).prompt("").build()).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("ratio is missing");
  }

  @Test
  void warnsThatTakesWithoutASeedAreOneClip() throws IOException {
    assertThat(problems(good().take(2).build()))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.isError()).isFalse();
              assertThat(only.column()).isEqualTo("takes");
              assertThat(only.message()).contains("all takes would be the same clip");
            });
    Path workflow = folder.resolve("seeded.json");
    Files.writeString(
        workflow,
        """
        {"1": {"class_type": "Film", "inputs": {"noise_seed": "%seed%", "filename_prefix": ""}}}
        """);
    ComfyuiReview review =
        new ComfyuiReview(TemplateReader.read(workflow, null), new Inputs(folder));
    assertThat(review.of(AShot.of(Operation.TEXT_TO_VIDEO).prompt("").take(2).build()).problems())
        .isEmpty();
  }
}
