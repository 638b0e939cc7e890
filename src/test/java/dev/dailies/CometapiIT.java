package dev.dailies;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.delivery.Mp4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command against servers that speak CometAPI's documented format. */
class CometapiIT {

  private static final String KEY = "sk-7Hq2vLx9Tn4bWz8RmKp3";
  private static final String FIRST = "3d957031-9a2a-45e2-9dc7-bc8513059c50";
  private static final String SECOND = "5b91e444-c232-deaf-a4d7-8aef3e57336b";
  private static final String TASKS = "/runwayml/v1/tasks/";
  private static final byte[] CLIP = Mp4.clip(50_000);

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final Workspace rig;

  CometapiIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", KEY);
  }

  @BeforeEach
  void listen() {
    server.start();
    server.stubFor(get(urlPathEqualTo("/clip.mp4")).willReturn(aResponse().withBody(CLIP)));
  }

  @AfterEach
  void endAll() {
    rig.close();
    server.stop();
  }

  @Test
  void doesTheJobWithFlatBodies() throws IOException {
    String head = "{\"id\":\"%s\",\"createdAt\":\"2026-05-01T12:47:47.351Z\",\"status\":";
    assertThatItDoesTheJob(
        List.of(
            head + "\"PENDING\"}",
            head + "\"RUNNING\",\"progress\":0.4}",
            head + "\"SUCCEEDED\",\"output\":[\"" + link() + "\"]}"));
  }

  @Test
  void doesTheJobWithWrappedBodies() throws IOException {
    assertThatItDoesTheJob(
        List.of(
            wrapped("QUEUED", "0%%", "PENDING", ""),
            wrapped("IN_PROGRESS", "50%%", "RUNNING", ""),
            wrapped("SUCCESS", "100%%", "SUCCEEDED", ",\"output\":[\"" + link() + "\"]")));
  }

  /** As CometAPI's page prints it, for a ticket. */
  private static String wrapped(String status, String progress, String inner, String output) {
    return "{\"code\":\"success\",\"message\":\"\",\"data\":{\"task_id\":\"%1$s\","
        + "\"action\":\"IMAGE_TO_VIDEO\",\"status\":\""
        + status
        + "\",\"fail_reason\":\"\",\"submit_time\":1773366766,\"start_time\":0,\"finish_time\":0,"
        + "\"progress\":\""
        + progress
        + "\",\"data\":{\"id\":\"%1$s\",\"status\":\""
        + inner
        + "\",\"createdAt\":\"2026-03-13T09:52:46+08:00\""
        + output
        + "}}}";
  }

  private void assertThatItDoesTheJob(List<String> answers) throws IOException {
    rig.write(
        "shots.csv",
        "id,prompt,image,video,model,duration,ratio",
        "fox,a fox,https://example.com/a.jpg,,gen3a_turbo,5,1280:768",
        "hare,a hare,,https://example.com/a.mp4,gen4_aleph,,1280:720");
    stub("/runwayml/v1/image_to_video", "a fox", FIRST, answers);
    stub("/runwayml/v1/video_to_video", "a hare", SECOND, answers);

    assertThatItEndsWell(run(server.baseUrl()));

    assertThat(rig.path("out/x/fox.mp4")).hasBinaryContent(CLIP);
    assertThat(rig.path("out/x/hare.mp4")).hasBinaryContent(CLIP);
    verifyCreate("/runwayml/v1/image_to_video", "$.promptImage");
    verifyCreate("/runwayml/v1/video_to_video", "$.videoUri");
    for (String ticket : List.of(FIRST, SECOND)) {
      server.verify(
          answers.size(),
          getRequestedFor(urlEqualTo(TASKS + ticket))
              .withHeader("Authorization", equalTo("Bearer " + KEY)));
    }
    server.verify(2, getRequestedFor(urlPathEqualTo("/clip.mp4")).withoutHeader("Authorization"));
  }

  private Ended run(String url) {
    return rig.run(
        "run",
        "shots.csv",
        "--provider",
        "cometapi",
        "--output",
        "out/x",
        Cometapi.setting("base-url=" + url),
        Cometapi.setting("poll-interval=1s"));
  }

  private void assertThatItEndsWell(Ended run) throws IOException {
    assertThat(run.exit()).as("%s", run).isZero();
    assertThatNobodyWroteTheKeyDown();
  }

  private void assertThatNobodyWroteTheKeyDown() throws IOException {
    String encoded = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
    assertThat(rig.said()).doesNotContain(KEY, encoded);
    try (Stream<Path> files = Files.walk(rig.path("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY, encoded);
        assertThat(new String(bytes, StandardCharsets.UTF_16BE)).doesNotContain(KEY);
      }
    }
  }

  /** At another address than the API: the key goes to that alone. */
  private String link() {
    return "http://127.0.0.1:" + server.port() + "/clip.mp4?_jwt=once";
  }

  private void stub(String route, String prompt, String ticket, List<String> answers) {
    server.stubFor(
        post(urlEqualTo(route))
            .withRequestBody(matchingJsonPath("$.promptText", equalTo(prompt)))
            .willReturn(okJson("{\"id\":\"" + ticket + "\"}")));
    for (int look = 0; look < answers.size(); look++) {
      boolean last = look == answers.size() - 1;
      server.stubFor(
          get(urlEqualTo(TASKS + ticket))
              .inScenario(ticket)
              .whenScenarioStateIs(look == 0 ? STARTED : "look " + look)
              .willSetStateTo("look " + (last ? look : look + 1))
              .willReturn(okJson(answers.get(look).formatted(ticket))));
    }
  }

  private void verifyCreate(String route, String sourceField) {
    server.verify(
        1,
        postRequestedFor(urlEqualTo(route))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Runway-Version", equalTo("2024-11-06"))
            .withRequestBody(matchingJsonPath(sourceField)));
  }
}
