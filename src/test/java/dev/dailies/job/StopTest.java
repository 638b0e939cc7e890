package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A stop waits for what is on the wire, but not without end. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class StopTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;

  @Test
  void waitsForAnAnswerThatComesInTime() throws Exception {
    Rehearsal job = job("2m", 1_000);
    try (JobContext context = job.open()) {
      Ran stopped = stopOnTheWire(job, context);

      assertThat(stopped.code()).isEqualTo(143);
      assertThat(stopped.in(PLANNED)).hasSize(1);
      assertThat(stopped.in(IN_DOUBT)).isEmpty();
      assertThat(api.posts()).hasSize(1);
    }
    assertThat(job.run().in(DELIVERED)).hasSize(2);
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void leavesInDoubtWhatIsNotAnsweredInTime() throws Exception {
    Rehearsal job = job("200ms", 15_000);
    try (JobContext context = job.open()) {
      Ran stopped = stopOnTheWire(job, context);

      assertThat(stopped.code()).isEqualTo(143);
      assertThat(stopped.in(IN_DOUBT)).containsExactly("shot-01");
      assertThat(Files.readString(job.file("results.csv"))).contains("IN_DOUBT");
      assertThat(Files.readString(job.file("summary.json"))).contains("stopped by a test");
    }
    Ran next = job.run();

    assertThat(next.code()).isEqualTo(12);
    assertThat(next.in(DELIVERED)).containsExactly("shot-02");
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void takesUpATicketThatCameTooLate() throws Exception {
    Rehearsal job = job("200ms", 3_000);
    Path journal = job.file(".dailies/journal");
    try (JobContext context = job.open()) {
      assertThat(stopOnTheWire(job, context).in(IN_DOUBT)).containsExactly("shot-01");
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.readString(journal).contains("\"ticket\":\"shot-01\""));
    }
    Ran next = job.run();

    assertThat(next.in(DELIVERED)).hasSize(2);
    assertThat(next.code()).isZero();
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  private Rehearsal job(String stopTimeout, int answerAfterMillis) {
    api.creates("shot-01", StubbedApi.accepted().withFixedDelay(answerAfterMillis));
    return new Rehearsal(folder, api.baseUrl())
        .rows(2)
        .api("submit-concurrency", "1")
        .set("stop-timeout", stopTimeout);
  }

  private Ran stopOnTheWire(Rehearsal job, JobContext context) {
    CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
    await().atMost(Duration.ofMinutes(2)).until(() -> isSent(job) || run.isDone());
    context.stop(StopReason.of(Kind.TERMINATED, "stopped by a test"));
    return run.join();
  }

  /** WireMock tells of a request only when it is answered; the journal knows it before. */
  private static boolean isSent(Rehearsal job) throws Exception {
    Path journal = job.file(".dailies/journal");
    List<String> lines = Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    return lines.stream().anyMatch(line -> line.contains("\"sent\""));
  }
}
