package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.comfyui.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job at a server that answers as the code of the video generator's backend does. */
class GeneratorReplayTest {

  private static final String IMAGE =
      "https://bucket.s3.ru1.storage.beget.cloud/3d957031-9a2a-45e2-9dc7-bc8513059c50.png";
  private static final String TICKET = "3fe673cd-0d85-4121-b802-f36dc2f1cb00";

  private final Replay generator = new Replay();
  @TempDir Path folder;

  @AfterEach
  void close() {
    generator.close();
  }

  @Test
  void deliversTheClipOfAnAnswerThatHasIt() throws IOException {
    generator.plays(
        () -> post("/api/generate"),
        "{\"image\":\"%1$s\",\"video\":\"%1$s\"}".formatted(generator.link()));

    assertThatItIsDelivered(job().run());
  }

  /** The addresses in such an answer are constant, and lead nowhere. */
  @Test
  void deliversThePromptThatItHandedOnToComfyui() throws IOException {
    generator.plays(
        () ->
            post("/api/generate")
                .withMultipartRequestBody(
                    aMultipart("serverUrl").withBody(equalTo(generator.baseUrl() + "/comfy"))),
        """
        {"image":"https://example.com/generated-image.jpg",
        "video":"https://example.com/generated-video.mp4","workflowResponse":%s}"""
            .formatted(Recording.of("prompt-accepted")));
    generator.plays(
        () -> get("/comfy/api/jobs/" + TICKET),
        Recording.of("job-pending"),
        Recording.of("job-in-progress"),
        Recording.of("job-completed"));
    generator.serveClipAt("/comfy/view");

    Rehearsal job = job().set("providers.generator.server-url", generator.baseUrl() + "/comfy");

    assertThatItIsDelivered(job.run());
  }

  @Test
  void takesTheDemonstrationForNoClip() throws IOException {
    generator.plays(
        () -> post("/api/generate"),
        """
        {"image":"https://example.com/demo-image.jpg",
        "video":"https://example.com/demo-video.mp4","isDemo":true}""");

    Ran ran = job().run();

    assertThat(ran.in(REJECTED)).containsExactly("dawn");
    assertThat(ran.code()).isEqualTo(3);
  }

  private Rehearsal job() throws IOException {
    generator.plays(() -> post("/api/upload"), "{\"imageUrl\":\"" + IMAGE + "\"}");
    Files.copy(Path.of("sample-data/comfyui/dawn.png"), folder.resolve("dawn.png"));
    return new Rehearsal(folder, "http://127.0.0.1:9")
        .addProvider("generator", "generator", generator.baseUrl())
        .set("provider", "generator")
        .manifest("id,prompt,image", "dawn,\"Boats leave, \"\"slowly\"\"\",dawn.png");
  }

  private void assertThatItIsDelivered(Ran ran) {
    assertThat(ran.in(DELIVERED)).containsExactly("dawn");
    assertThat(ran.code()).isZero();
    assertThat(ran.output().resolve("dawn.mp4")).hasBinaryContent(Replay.CLIP);
    generator.server.verify(
        1,
        postRequestedFor(urlEqualTo("/api/generate"))
            .withRequestBodyPart(aMultipart("imageUrl").withBody(equalTo(IMAGE)).build())
            .withRequestBodyPart(
                aMultipart("text").withBody(equalTo("Boats leave, \"slowly\"")).build()));
  }
}
