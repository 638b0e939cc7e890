package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.AShot;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.comfyui.workflow.TemplateReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a refusal is held against: the row, if it has filled the input; else nobody's row. */
class BlameTest {

  private static final Path SAMPLE = Path.of("sample-data/comfyui");
  private static final AttemptId ID = new AttemptId("642d561a-c9d0-4a5f-8fbe-91fc62a63eab");

  @AutoClose private final Played server = new Played();

  private Submission answered(Shot shot, int status, String body) {
    server.gets("/prompt", 200, "{\"exec_info\":{\"queue_remaining\":0}}");
    server.posts("/upload/image", 200, Recording.of("upload-new"));
    server.posts("/prompt", status, body);
    ComfyuiHttp http = Played.http();
    Template template =
        TemplateReader.read(
            SAMPLE.resolve("slideshow.json"), SAMPLE.resolve("slideshow.mapping.yaml"));
    var provider =
        new ComfyuiProvider(
            template,
            http,
            new Servers(http, List.of(server.address()), 2),
            new Inputs(SAMPLE),
            Duration.ofSeconds(10),
            null);
    return provider.submit((Request) provider.prepare(shot), ID);
  }

  private static AShot row() {
    return AShot.imageToVideo().prompt("").image("dawn.png");
  }

  private static String error(String node, String type, String about) {
    return "{\"error\":{\"type\":\"prompt_outputs_failed_validation\"},\"node_errors\":{\"%s\":{\"errors\":["
            .formatted(node)
        + "{\"type\":\"%s\",\"message\":\"no\",\"details\":\"\",\"extra_info\":%s}]}}}"
            .formatted(type, about);
  }

  @ParameterizedTest
  @CsvSource({
    "20, fps, Halt, a value of the workflow",
    "31, codec, Halt, a value of the workflow",
    "3, image, Refused, the row's image",
    "7, width, Halt, the row gives no size",
    "11, image, Halt, a link"
  })
  void byTheInput(String node, String input, String outcome, String why) {
    String body = error(node, "value_bigger_than_max", "{\"input_name\":\"" + input + "\"}");

    assertThat(answered(row().build(), 400, body).getClass().getSimpleName())
        .as(why)
        .isEqualTo(outcome);
  }

  @Test
  void whatTheRowFillsIsTheRowsOwn() {
    String fps = error("20", "value_bigger_than_max", "{\"input_name\":\"fps\"}");
    String width = error("7", "value_bigger_than_max", "{\"input_name\":\"width\"}");

    assertThat(answered(row().options(Map.of("fps", 500L)).build(), 400, fps))
        .isInstanceOf(Submission.Refused.class);
    assertThat(answered(row().ratio("9999:64").build(), 400, width))
        .isInstanceOf(Submission.Refused.class);
  }

  @Test
  void whatIsWrongWithBothIsTheWorkflowsFirst() {
    String both =
        "{\"error\":{},\"node_errors\":{"
            + "\"3\":{\"errors\":[{\"type\":\"a\",\"extra_info\":{\"input_name\":\"image\"}}]},"
            + "\"20\":{\"errors\":[{\"type\":\"b\",\"extra_info\":{\"input_name\":\"fps\"}}]}}}";

    assertThat(answered(row().build(), 400, both)).isInstanceOf(Submission.Halt.class);
  }

  @Test
  void aCheckOfSeveralInputsTogetherIsTheRowsIfOneOfThemIs() {
    String custom =
        "{\"type\":\"custom_validation_failed\",\"extra_info\":{\"input_name\":\"%s\"}}";
    String body =
        "{\"node_errors\":{\"3\":{\"errors\":[%s,%s]}}}"
            .formatted(custom.formatted("image"), custom.formatted("mode"));

    assertThat(answered(row().build(), 400, body)).isInstanceOf(Submission.Refused.class);
  }

  @Test
  void whatBrokeWhileTheRowsFileWasCheckedIsTheRows() {
    String own = error("3", "exception_during_validation", "{\"traceback\":[]}");
    String link =
        error(
            "7",
            "exception_during_inner_validation",
            "{\"input_name\":\"image\",\"linked_node\":[\"3\",0]}");
    String other = error("31", "exception_during_validation", "{\"traceback\":[]}");

    assertThat(answered(row().build(), 400, own)).isInstanceOf(Submission.Refused.class);
    assertThat(answered(row().build(), 400, link)).isInstanceOf(Submission.Refused.class);
    assertThat(answered(row().build(), 400, other)).isInstanceOf(Submission.Halt.class);
  }

  @Test
  void namesEveryFileThatTheServerLacks() {
    StringBuilder nodes = new StringBuilder();
    for (int id = 101; id < 112; id++) {
      nodes
          .append(nodes.isEmpty() ? "" : ",")
          .append("\"%d\":{\"class_type\":\"UNETLoader\",\"errors\":[{".formatted(id))
          .append("\"type\":\"value_not_in_list\",\"message\":\"Value not in list\",")
          .append("\"details\":\"%s\",".formatted("x".repeat(500)))
          .append("\"extra_info\":{\"input_name\":\"unet_name\",")
          .append("\"received_value\":\"model-%d.safetensors\"}}]}".formatted(id));
    }

    assertThat(answered(row().build(), 400, "{\"node_errors\":{" + nodes + "}}"))
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt ->
                assertThat(halt.reason())
                    .contains("UNETLoader #101: Value not in list: unet_name 'model-101.safe")
                    .contains("model-111.safetensors"));
  }

  @Test
  void aBodyIsTooLargeByTheRowOnlyIfTheRowIsMostOfIt() {
    assertThat(answered(row().build(), 413, "")).isInstanceOf(Submission.Halt.class);
  }
}
