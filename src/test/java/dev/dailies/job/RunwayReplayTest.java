package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.SentAttempt;
import dev.dailies.provider.Price;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job at a server that says what Runway's API reference says it may say. */
class RunwayReplayTest {

  private static final String CREATE = "/v1/image_to_video";
  private static final String NEW = "17f20503-6c24-4c16-946b-35dbbce2af2f";
  private static final String OLD = "d2e3d1f4-1b3c-4b5c-8d46-1c1d7ce86892";

  private final Replay runway = new Replay();
  @TempDir Path folder;

  @AfterEach
  void close() {
    runway.close();
  }

  @Test
  void deliversWhatWaitsIsThrottledRunsAndSucceeds() {
    create("a fox", "{\"id\":\"" + NEW + "\",\"estimatedCost\":{\"credits\":25}}");
    looks(
        NEW,
        task(NEW, "PENDING", "\"estimatedCost\":{\"credits\":25}"),
        task(NEW, "THROTTLED", "\"estimatedCost\":{\"credits\":25}"),
        task(NEW, "RUNNING", "\"progress\":0.4,\"estimatedCost\":{\"credits\":25}"),
        task(NEW, "SUCCEEDED", output() + ",\"cost\":{\"credits\":23}"));

    Ran ran = job("new,a fox").run();

    assertThat(ran.in(DELIVERED)).containsExactly("new");
    assertThat(ran.code()).isZero();
    assertThat(ran.output().resolve("new.mp4")).hasBinaryContent(Replay.CLIP);
    assertThat(ran.view("new").attempt())
        .extracting(SentAttempt::charged)
        .isEqualTo(Price.usd("0.23"));
    verify(1, 4);
  }

  /** The answers had no costs before August 2026. */
  @Test
  void deliversWhatNamesNoCosts() {
    create("a hare", "{\"id\":\"" + OLD + "\"}");
    looks(OLD, task(OLD, "PENDING", "\"progress\":0"), task(OLD, "SUCCEEDED", output()));

    Ran ran = job("old,a hare").run();

    assertThat(ran.in(DELIVERED)).containsExactly("old");
    assertThat(ran.view("old").attempt()).extracting(SentAttempt::charged).isNull();
    verify(1, 2);
  }

  private Rehearsal job(String row) {
    return new Rehearsal(folder, "http://127.0.0.1:9")
        .addProvider("runway", "runway", runway.baseUrl())
        .set("provider", "runway")
        .manifest(
            "id,prompt,image,model,duration,ratio",
            row + ",https://example.org/cat.jpg,gen4_turbo,5,1280:720");
  }

  private void create(String prompt, String answer) {
    runway.plays(
        () -> post(CREATE).withRequestBody(matchingJsonPath("$.promptText", equalTo(prompt))),
        answer);
  }

  private void looks(String ticket, String... answers) {
    runway.plays(() -> get("/v1/tasks/" + ticket), answers);
  }

  private static String task(String ticket, String status, String more) {
    return """
    {"id":"%s","status":"%s","createdAt":"2026-08-08T12:47:47.351Z",%s}\
    """
        .formatted(ticket, status, more);
  }

  private String output() {
    return "\"output\":[\"" + runway.link() + "\"]";
  }

  private void verify(int creates, int looks) {
    runway.server.verify(
        creates,
        postRequestedFor(urlEqualTo(CREATE)).withHeader("X-Runway-Version", equalTo("2024-11-06")));
    runway.server.verify(
        looks,
        getRequestedFor(urlMatching("/v1/tasks/.*"))
            .withHeader("X-Runway-Version", equalTo("2024-11-06")));
  }
}
