package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.LargeAnswers;
import dev.dailies.SmallHeap;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Secret;
import dev.dailies.provider.comfyui.workflow.TemplateReader;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.network.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers of ComfyUI of the largest size. A run has 28 MB of its 64 in use besides ({@code
 * SmallHeapBenchTest}).
 */
class LargePromptsTest {

  private static final int HEAP = 64 - 28;
  private static final int LANES = 2;
  private static final int SIZE = 32 * 1024 * 1024;

  private static final String ID = "0b0e0f8a-5c0e-4f6e-9d5c-3a1f6c2b7d10";
  private static final String SAY =
      "{\"class_type\":\"Say\",\"inputs\":{\"filename_prefix\":\"dailies/cat\",\"text\":\""
          + "a cat ".repeat(100)
          + "\",\"model\":[\"2\",0]}}";
  private static final String PROMPT =
      "[1,\"another\",{"
          + IntStream.range(0, 400)
              .mapToObj(node -> "\"" + node + "\":" + SAY)
              .collect(Collectors.joining(","))
          + "},{},[]]";
  private static final String DRAWN = ",{\"id\":17,\"type\":\"Say\",\"pos\":[10.5,20]}";
  private static final String MADE =
      "{\"1\":{\"seen\":[\"%s\"],\"images\":[{\"filename\":\"a.mp4\"}]}}"
          .formatted("iVBORw0K".repeat(1000));

  @TempDir private Path folder;

  @Test
  void areReadInASmallHeap() throws Exception {
    Path workflow = folder.resolve("workflow.json");
    Files.writeString(
        workflow,
        "{\"1\":{\"class_type\":\"Load\",\"inputs\":{\"model\":\"b.safetensors\",\"filename_prefix\":\"a\",\"text\":\"%prompt%\"}}}");

    String said =
        SmallHeap.run(
            LargePromptsTest.class,
            HEAP,
            String.valueOf(LANES),
            workflow.toString(),
            "job",
            "history",
            "queue",
            "search",
            "info",
            "created");

    assertThat(said.lines())
        .containsExactly(
            "job: 1 result",
            "history: 1 result",
            "queue: Running",
            "search: Found",
            "info: 'b.safetensors', which Load #1 has as model",
            "created: value_not_in_list");
  }

  /** Prints what is read of an answer of each kind. */
  public static void main(String[] arguments) throws Exception {
    for (String kind : List.of(arguments).subList(2, arguments.length)) {
      try (LargeAnswers server = new LargeAnswers(Integer.parseInt(arguments[0]))) {
        add(server, kind);
        System.out.println(
            kind
                + ": "
                + server
                    .inAllLanes(() -> told(server, kind, Path.of(arguments[1])))
                    .collect(Collectors.joining(" and ")));
      }
    }
    System.exit(0);
  }

  private static void add(LargeAnswers server, String kind) {
    server.add("/api/jobs/", 404, "{}", " ", "", 2);
    server.add("/system_stats", 200, "{}", " ", "", 2);
    String drawn = "{\"drawing\":[{}";
    switch (kind) {
      case "job" ->
          server.add(
              "/api/jobs/" + ID,
              200,
              "{\"id\":\"%s\",\"workflow\":{\"prompt\":{\"1\":%s},\"extra_data\":%s"
                  .formatted(ID, SAY, drawn),
              DRAWN,
              "]}},\"status\":\"completed\",\"outputs\":" + MADE + "}",
              SIZE);
      case "history" -> {
        server.add("/queue", 200, "{\"queue_running\":[],\"queue_pending\":[]}", " ", "", 50);
        server.add(
            "/history/",
            200,
            "{\"%s\":{\"prompt\":[1,\"%s\",{\"1\":%s},%s".formatted(ID, ID, SAY, drawn),
            DRAWN,
            "]}],\"outputs\":" + MADE + "}}",
            SIZE);
      }
      case "queue" ->
          server.add(
              "/queue",
              200,
              "{\"queue_pending\":[[0]",
              "," + PROMPT,
              "],\"queue_running\":[[1,\"" + ID + "\"]]}",
              SIZE);
      case "search" -> {
        server.add("/queue", 200, "{\"queue_running\":[],\"queue_pending\":[]}", " ", "", 50);
        server.add(
            "/history",
            200,
            "{\"\":{}",
            ",\"another\":{\"prompt\":" + PROMPT + "}",
            ",\"found\":{\"prompt\":[1,\"\",{\"1\":{\"inputs\":{\"a\":\"cat-%s\"}}}]}}"
                .formatted(ID),
            SIZE);
      }
      case "info" ->
          server.add(
              "/object_info/",
              200,
              "{\"Load\":{\"input\":{\"required\":{\"model\":[[\"a.safetensors\"",
              ",\"wan/some folder/with a long name/model.safetensors\"",
              "]]}}}}",
              SIZE / 2);
      case "created" ->
          server.add(
              "/prompt",
              400,
              "{\"node_errors\":{\"1\":{\"errors\":[{\"extra_info\":{\"input_config\":[[\"\"",
              ",\"wan/model.safetensors\"",
              "]]},\"type\":\"value_not_in_list\"}]}}}",
              SIZE);
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static String told(LargeAnswers server, String kind, Path workflow) {
    var sender =
        new ProviderHttp(new ApiClient(Network.ofTheJvm()), Duration.ofMinutes(2), Secret.of(""));
    var http = new ComfyuiHttp(sender, Secret.of(""), Map.of(), List.of(), Clock.systemUTC());
    return switch (kind) {
      case "search" -> named(new PrefixSearch(http, server.address(), new AttemptId(ID)).look());
      case "info" -> {
        var check = new ServerCheck(http, TemplateReader.read(workflow, null));
        yield String.join(", ", check.of(server.address()).doubts());
      }
      case "created" ->
          http.post(server.address() + "/prompt", "{}")
              .fold(
                  answer ->
                      http.read(answer).root().at("/node_errors/1/errors/0/type").asString(""),
                  Exchange.Broken::reason);
      default -> {
        Progress seen = new Prompts(http).poll(server.address(), ID, List.of());
        yield seen instanceof Progress.Succeeded done
            ? done.outputs().size() + " result"
            : named(seen);
      }
    };
  }

  private static String named(Object seen) {
    return seen.getClass().getSimpleName();
  }
}
