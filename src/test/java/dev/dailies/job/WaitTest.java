package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.dailies.OwnThread;
import dev.dailies.TextWorkflow;
import dev.dailies.cli.Typed;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits without knowing why. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class WaitTest {

  @TempDir Path folder;

  @BeforeEach
  void writeTheWorkflow() throws IOException {
    Files.writeString(folder.resolve("text.json"), TextWorkflow.JSON);
  }

  private Rehearsal comfyui(String url) {
    return new Rehearsal(folder, "http://127.0.0.1:1")
        .set("provider", "gpu")
        .set("providers.gpu.type", "comfyui")
        .set("providers.gpu.base-url", url)
        .set("providers.gpu.workflow", folder.resolve("text.json").toString())
        .set("providers.gpu.poll-interval", "100ms")
        .set("providers.gpu.give-up-after", "1s")
        .manifest("id,prompt", "one,a fox", "two,a hen");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aServerThatNobodyHasStartedIsSoonGivenUp() throws IOException {
    int port = freePort();
    long start = System.nanoTime();

    Ran ran = comfyui("http://127.0.0.1:" + port).run();

    assertThat(ran.count(PLANNED)).isEqualTo(2);
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.stop(Kind.UNAVAILABLE).text())
        .startsWith("gpu cannot be reached: ")
        .contains("127.0.0.1:" + port, "tries since", "start it");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aHostThatNobodyKnowsIsSoonGivenUp() {
    Ran ran = comfyui("http://no-such-host.invalid:8188").run();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.stop(Kind.UNAVAILABLE).text())
        .startsWith("gpu cannot be reached: unknown host (no-such-host.invalid:8188)")
        .containsPattern("[34] tries since")
        .contains("; correct its base-url, or get the network going")
        .doesNotContain("start it");
  }

  @Test
  void aServerThatHasWorkedIsWaitedForAndItsTroubleIsShown() throws IOException {
    int port = freePort();
    WireMockServer place = new WireMockServer(WireMockConfiguration.options().port(port));
    try (StubbedComfyui server = new StubbedComfyui()) {
      place.start();
      place.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(server.baseUrl())));
      String url = "http://127.0.0.1:" + port;
      assertThat(comfyui(url).run().count(DELIVERED)).isEqualTo(2);
    } finally {
      place.stop();
    }
    Rehearsal job =
        comfyui("http://127.0.0.1:" + port)
            .set("providers.gpu.give-up-after", "10m")
            .manifest("id,prompt", "three,a cat");
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(context.status().waitsFor().get("gpu"))
                      .contains("127.0.0.1:" + port)
                      .contains("; next try ", "; gives up at "));

      assertThat(run).isNotDone();
      context.stop(StopReason.of(Kind.INTERRUPTED, "interrupted by a test"));
      assertThat(run.join().outcome().waits())
          .singleElement()
          .asString()
          .contains("127.0.0.1:" + port);
    }
  }

  @Test
  void anAddressThatRedirectsToALoginIsWrong() {
    WireMockServer proxy = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    proxy.start();
    proxy.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(302)
                    .withHeader("Location", "https://login.example/?token=secret")));
    try {
      Ran ran = comfyui(proxy.baseUrl()).run();

      assertThat(ran.count(PLANNED)).isEqualTo(2);
      assertThat(ran.code()).isEqualTo(7);
      assertThat(ran.stop(Kind.ACCOUNT).text())
          .contains("redirects to https://login.example/", "base-url and headers")
          .doesNotContain("secret");
    } finally {
      proxy.stop();
    }
  }

  @Test
  void theEndOfARunSaysWhatItWaitedFor() throws IOException {
    int port = freePort();

    Typed typed = comfyui("http://127.0.0.1:" + port).type("run");

    assertThat(typed.code()).isEqualTo(5);
    assertThat(typed.out()).containsPattern("(?m)^gpu cannot be reached: .*:" + port);
    assertThat(typed.err()).containsPattern("gpu: .*127.0.0.1:" + port + ".*next try");
    assertThat(Files.readString(folder.resolve("out/summary.json")))
        .contains("\"waits\"", "127.0.0.1:" + port);
  }

  @Test
  void aClipThatDoesNotComeIsTold() {
    try (StubbedApi api = new StubbedApi()) {
      api.clips("shot-01", StubbedApi.error(503, "down"));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1).api("give-up-after", "10m");
      try (JobContext context = job.open()) {
        CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));

        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () ->
                    assertThat(context.status().waitsFor().get("cometapi"))
                        .startsWith("cannot fetch files of cometapi: ")
                        .contains("503", "; next try "));

        api.clips("shot-01", StubbedApi.clip(2_000));
        assertThat(run.join().outcome().waits()).isEmpty();
      }
    }
  }
}
