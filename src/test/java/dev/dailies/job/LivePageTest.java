package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run that is under way. */
class LivePageTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir private Path folder;

  @Test
  void showsADoubtAtOnceAndTheEndAtTheEnd() throws IOException {
    api.creates("shot-01", aResponse().withFault(CONNECTION_RESET_BY_PEER));
    api.looks(StubbedApi.running());
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(3);
    Path page = job.file("report.html");
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> running = OwnThread.start(() -> job.run(context));

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(page).content().contains("still running", "shot-01", "in doubt"));
      assertThat(running).isNotDone();
      assertThat(job.file("summary.json")).doesNotExist();

      api.looks(StubbedApi.succeeded(""));
      Ran ran = running.join();
      assertThat(ran.in(IN_DOUBT)).hasSize(1);
      assertThat(ran.in(DELIVERED)).hasSize(2);
      assertThat(Files.readString(page)).doesNotContain("still running");
      assertThat(job.file("summary.json")).exists();
    }
  }
}
