package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.comfyui.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A job at a server that answers as a recorded ComfyUI has, with the workflow that it ran. */
class ComfyuiReplayTest {

  private static final String TICKET = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";

  /** A prompt of the recorded queue. */
  private static final String QUEUED = "642d561a-c9d0-4a5f-8fbe-91fc62a63eab";

  private final Replay comfyui = new Replay();
  @TempDir Path folder;

  @AfterEach
  void close() {
    comfyui.close();
  }

  @Test
  void deliversWhatTheJobsTellOf() throws IOException {
    comfyui.plays(
        () -> get("/api/jobs/" + TICKET),
        Recording.of("job-pending"),
        Recording.of("job-in-progress"),
        Recording.of("job-completed"));

    assertThatItIsDelivered(job().run());
  }

  /** Before 0.6.0 there were no jobs to ask for: the queue, and then the history, tell as much. */
  @Test
  void deliversWhatTheQueueAndTheHistoryTellOf() throws IOException {
    comfyui.plays(
        () -> get("/queue"),
        Recording.of("queue-busy").replace(QUEUED, TICKET),
        Recording.of("queue-empty"));
    comfyui.plays(
        () -> get("/history/" + TICKET),
        Recording.of("history-unknown"),
        Recording.of("history-success-video"));

    assertThatItIsDelivered(job().run());
    comfyui.server.verify(3, getRequestedFor(urlEqualTo("/queue")));
    comfyui.server.verify(2, getRequestedFor(urlEqualTo("/history/" + TICKET)));
  }

  private Rehearsal job() throws IOException {
    comfyui.plays(() -> get("/prompt"), Recording.of("prompt-get"));
    comfyui.plays(() -> post("/upload/image"), Recording.of("upload-new"));
    comfyui.plays(() -> post("/prompt"), Recording.of("prompt-accepted"));
    comfyui.serveClipAt("/view");
    Files.copy(Path.of("sample-data/comfyui/dawn.png"), folder.resolve("dawn.png"));
    Files.writeString(folder.resolve("recorded.json"), workflow());
    Files.writeString(
        folder.resolve("recorded.mapping.yaml"),
        """
        inputs:
          image: {target: INPUT_IMAGE.image, type: image}
          duration: {target: FRAMES.amount, times: 12}
        output:
          node: OUTPUT
          prefix: OUTPUT.filename_prefix
        """);
    return new Rehearsal(folder, "http://127.0.0.1:9")
        .addProvider("comfyui", "comfyui", comfyui.baseUrl())
        .set("provider", "comfyui")
        .set("providers.comfyui.workflow", folder.resolve("recorded.json").toString())
        .manifest("id,image,duration", "dawn,dawn.png,2");
  }

  private static String workflow() {
    return new JsonMapper()
        .readTree(Recording.of("job-completed"))
        .path("workflow")
        .path("prompt")
        .toString();
  }

  private void assertThatItIsDelivered(Ran ran) {
    assertThat(ran.in(DELIVERED)).containsExactly("dawn");
    assertThat(ran.code()).isZero();
    assertThat(ran.output().resolve("dawn.mp4")).hasBinaryContent(Replay.CLIP);
    comfyui.server.verify(
        1,
        postRequestedFor(urlEqualTo("/prompt"))
            .withRequestBody(matchingJsonPath("$.prompt.1.inputs.image", equalTo("pic1.png")))
            .withRequestBody(matchingJsonPath("$.prompt.3.inputs.amount", equalTo("24"))));
    comfyui.server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/view"))
            .withQueryParam("filename", equalTo("job-0001_00003_.mp4"))
            .withQueryParam("subfolder", equalTo("batch"))
            .withQueryParam("type", equalTo("output")));
  }
}
