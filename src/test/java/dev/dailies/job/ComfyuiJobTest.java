package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole job at a provider whose settings name files. */
class ComfyuiJobTest {

  private static final Path SAMPLE = Path.of("sample-data/comfyui").toAbsolutePath();

  @TempDir Path folder;

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().globalTemplating(true));

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Rehearsal job(String workflow) {
    return new Rehearsal(folder, "http://127.0.0.1:9")
        .set("provider", "comfyui")
        .set("providers.comfyui.base-url", server.baseUrl())
        .set("providers.comfyui.workflow", workflow)
        .set("providers.comfyui.submit-rate", "100/s")
        .set("providers.comfyui.poll-interval", "50ms")
        .manifest("id,image,duration", "one,dawn.png,3", "two,dawn.png,2");
  }

  @Test
  void makesAClipOfEachRow() throws Exception {
    Files.copy(SAMPLE.resolve("dawn.png"), folder.resolve("dawn.png"));
    server.stubFor(get("/prompt").willReturn(okJson("{\"exec_info\":{\"queue_remaining\":0}}")));
    server.stubFor(post("/upload/image").willReturn(okJson("{\"name\":\"a.png\"}")));
    server.stubFor(
        post("/prompt")
            .willReturn(
                okJson(
                    "{\"prompt_id\":\"{{jsonPath request.body '$.prompt_id'}}\","
                        + "\"number\":0,\"node_errors\":{}}")));
    server.stubFor(
        get(urlPathMatching("/api/jobs/.*"))
            .willReturn(
                okJson(
                    "{\"status\":\"completed\",\"outputs\":{\"31\":{\"images\":[{"
                        + "\"filename\":\"{{request.path.[2]}}.png\",\"subfolder\":\"dailies\","
                        + "\"type\":\"output\"}]}}}")));
    server.stubFor(
        get(urlPathEqualTo("/view"))
            .willReturn(aResponse().withBody(Files.readAllBytes(SAMPLE.resolve("dawn.png")))));

    Ran ran = job(SAMPLE.resolve("slideshow.json").toString()).run();

    assertThat(ran.in(DELIVERED)).containsExactly("one", "two");
    assertThat(ran.code()).isZero();
    server.verify(2, postRequestedFor(urlEqualTo("/prompt")));
    server.verify(2, getRequestedFor(urlPathEqualTo("/view")));
  }

  @Test
  void aWorkflowThatCannotBeUsedEndsTheRunAsASetting() throws Exception {
    Files.writeString(folder.resolve("editor.json"), "{\"nodes\":[],\"links\":[]}");

    Ran ran = job(folder.resolve("editor.json").toString()).run();

    assertThat(ran.code()).isEqualTo(2);
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void aPlanSaysWhatIsWrongWithAWorkflow() {
    assertThat(job("nowhere.json").plan().code()).isEqualTo(2);
  }

  @Test
  void rowsAreJudgedAnewWhenAMappingHasChanged() throws Exception {
    Files.copy(SAMPLE.resolve("slideshow.json"), folder.resolve("film.json"));
    Path mapping = folder.resolve("film.mapping.yaml");
    Rehearsal job = job(folder.resolve("film.json").toString());
    job.manifest("id,image", "one,https://example.org/a.png");

    Files.writeString(mapping, "inputs: {duration: Length.amount}");
    assertThat(job.plan().in(PLANNED)).isEmpty();
    Files.writeString(mapping, "inputs: {image: Still.image}");
    assertThat(job.plan().in(PLANNED)).containsExactly("one");
  }
}
