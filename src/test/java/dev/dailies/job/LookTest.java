package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.TaskState;
import dev.dailies.pacing.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Who wants to look at a job while a run is at work on it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LookTest {

  private static final String UNDER_WAY = "dailies: a run is under way; this is how it stood at ";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir private Path folder;
  private Rehearsal job;

  @BeforeEach
  void oneIsDoneOneIsInDoubtAndOneIsRunning() throws IOException {
    api.creates("shot-02", aResponse().withFault(CONNECTION_RESET_BY_PEER));
    api.looks("shot-03", StubbedApi.running());
    job = new Rehearsal(folder, api.baseUrl()).keyFile().rows(3);
  }

  /** Does it while the run waits for its last clip, and lets the run come to its end. */
  private void whileItRuns(Runnable look) {
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> running = OwnThread.start(() -> job.run(context));
      try {
        lookAt(context, running, look);
      } finally {
        context.stop(StopReason.of(StopReason.Kind.INTERRUPTED, "by a test"));
        running.join();
      }
    }
    assertThat(job.file(".dailies/snapshot")).doesNotExist();
    assertThat(job.file(".dailies/snapshot.wanted")).doesNotExist();
    assertThat(job.run().code()).isEqualTo(12);
    assertThat(api.posts()).hasSize(3);
  }

  private void lookAt(JobContext context, CompletableFuture<Ran> running, Runnable look) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                context
                    .status()
                    .counts()
                    .equals(
                        Map.of(DELIVERED, 1L, TaskState.IN_DOUBT, 1L, TaskState.SUBMITTED, 1L)));

    look.run();

    assertThat(running).isNotDone();
    api.looks("shot-03", StubbedApi.succeeded(""));
    Ran ran = running.join();
    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-03");
    assertThat(ran.in(TaskState.IN_DOUBT)).containsExactly("shot-02");
  }

  @Test
  void explainsATask() {
    whileItRuns(
        () -> {
          Typed doubt = job.type("explain", "shot-02");
          Typed running = job.type("explain", "shot-03");

          assertThat(doubt.code()).as("%s", doubt).isZero();
          assertThat(doubt.out()).contains("shot-02", "in doubt", "cometapi");
          assertThat(doubt.err()).startsWith(UNDER_WAY);
          assertThat(running.out())
              .contains("shot-03", "at the provider")
              .doesNotContain("in doubt");
        });
  }

  @Test
  void verifiesWhatIsThere() {
    whileItRuns(
        () -> {
          Typed whole = job.type("verify");
          assertThat(whole.code()).as("%s", whole).isZero();
          assertThat(whole.out()).startsWith("1 file").contains("as they were delivered");
          assertThat(whole.err()).startsWith(UNDER_WAY);
        });
  }

  @Test
  void reconcilesWhatWasSpent() {
    whileItRuns(
        () -> {
          Typed told = job.type("reconcile");
          assertThat(told.code()).as("%s", told).isZero();
          assertThat(told.out()).contains("gen3a_turbo     3  $0.96");
          assertThat(told.err()).startsWith(UNDER_WAY);
        });
  }

  @Test
  void plansWithoutATrace() throws IOException {
    whileItRuns(
        () -> {
          job.rows(4);
          Typed plan = job.type("plan");
          job.rows(3);
          assertThat(plan.code()).as("%s", plan).isZero();
          assertThat(plan.out()).contains("4 rows");
          assertThat(plan.err()).startsWith(UNDER_WAY);
          Typed again = job.type("explain", "shot-04");
          assertThat(again.code()).isEqualTo(2);
        });
  }

  @Test
  void pointsAtThePageThatTheRunWrites() throws IOException {
    whileItRuns(
        () -> {
          await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(job.file("report.html")));
          Typed report = job.type("report");
          assertThat(report.code()).as("%s", report).isZero();
          assertThat(report.out()).startsWith("Report: ").contains("report.html");
          assertThat(report.err()).contains("a run at work there writes this page every minute");
        });
  }

  /** What a run does at its end, while somebody waits for its answer. */
  @Test
  void looksAtTheLedgerItselfOnceTheRunHasEnded() throws IOException {
    api.looks("shot-03", StubbedApi.succeeded(""));
    job.run();
    Path request = job.file(".dailies/snapshot.wanted");
    JobContext run = job.open();
    CompletableFuture<Typed> look = OwnThread.start(() -> job.type("explain", "shot-01"));
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(request));

    Files.delete(request);
    run.close();

    assertThat(look.orTimeout(15, TimeUnit.SECONDS).join().code()).isZero();
  }

  @Test
  void isRefusedWhereNobodyAnswers() {
    api.looks("shot-03", StubbedApi.succeeded(""));
    job.run();
    try (JobContext holder = job.open()) {
      assertThat(holder.queries()).isNotNull();
      Typed refused = job.type("explain", "shot-01");
      assertThat(refused.code()).isEqualTo(11);
      assertThat(refused.err()).contains("another run holds this output folder");
      assertThat(job.file(".dailies/snapshot.wanted")).doesNotExist();
    }
  }
}
