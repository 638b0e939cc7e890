package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.OwnThread;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.provider.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A prompt whose answer did not come is looked for by its own id, before anything else is done. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ReconcilerTest {

  private static final Duration PAUSE = Duration.ofMillis(300);

  /** The server writes down whole milliseconds. */
  private static final Duration NEARLY_A_PAUSE = PAUSE.minusMillis(5);

  @TempDir Path folder;

  private final StubbedComfyui server = new StubbedComfyui();

  @AfterEach
  void close() {
    server.close();
  }

  private Rehearsal job(String... rows) {
    return Rehearsal.ofComfyui(folder, server.baseUrl())
        .comfyui("doubt-pause", PAUSE.toMillis() + "ms")
        .manifest("id,prompt", rows);
  }

  @Test
  void adoptsWhatWasTakenThoughTheAnswerWasCutOff() {
    server.losesTheFirstAnswer();

    Rehearsal job = job("one,a fox");
    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("one");
    assertThat(ran.code()).isZero();
    assertThat(server.posts()).hasSize(1);
    assertThat(job.type("explain", "one").out())
        .containsPattern("Attempt 1 at comfyui.*: sent .*, found .* UTC, ended ");
  }

  @Test
  void sendsAgainOnceWhatThreeLooksHaveNotFound() {
    server.losesTheFirstPrompt();

    Ran ran = job("one,a fox").run();

    assertThat(ran.in(DELIVERED)).containsExactly("one");
    assertThat(ran.code()).isZero();
    assertThat(ran.view("one").task().attempts()).isEqualTo(2);
    assertThat(server.posts()).hasSize(2);
    assertThatThreeLooksLieBetween(server.posts().get(0), server.posts().get(1));
  }

  @Test
  void sendsAgainWhatNeverArrivesTwiceInARow() {
    server.losesTwoPrompts();

    Ran ran = job("one,a fox").run();

    assertThat(ran.in(DELIVERED)).containsExactly("one");
    assertThat(ran.view("one").task().attempts()).isEqualTo(3);
    assertThat(server.posts()).hasSize(3);
    assertThatThreeLooksLieBetween(server.posts().get(1), server.posts().get(2));
  }

  private void assertThatThreeLooksLieBetween(LoggedRequest first, LoggedRequest second) {
    List<Instant> looks =
        server.looks().stream()
            .filter(look -> look.getUrl().endsWith(promptId(first)))
            .map(look -> look.getLoggedDate().toInstant())
            .toList();
    assertThat(looks).hasSize(3);
    assertThat(Duration.between(looks.get(0), looks.get(1))).isGreaterThan(NEARLY_A_PAUSE);
    assertThat(Duration.between(looks.get(1), looks.get(2))).isGreaterThan(NEARLY_A_PAUSE);
    assertThat(looks.get(2)).isBeforeOrEqualTo(second.getLoggedDate().toInstant());
    assertThat(promptId(second)).isNotEqualTo(promptId(first));
  }

  private static String promptId(LoggedRequest post) {
    return post.getBodyAsString().replaceFirst(".*\"prompt_id\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void leavesInDoubtWhatAServerSaysNothingAboutUntilItDoes() {
    server.losesTheFirstAnswer();
    server.isIll();
    Rehearsal job = job("one,a fox").comfyui("give-up-after", "700ms");

    Ran ill = job.run();
    Ran stillIll = job.run();
    server.isWell();
    Ran well = job.run();

    assertThat(List.of(ill.code(), stillIll.code(), well.code())).containsExactly(12, 12, 0);
    assertThat(stillIll.in(IN_DOUBT)).containsExactly("one");
    assertThat(stillIll.outcome().waits())
        .anySatisfy(
            wait ->
                assertThat(wait.cause())
                    .isEqualTo(
                        "cannot ask what became of doubts at "
                            + server.baseUrl()
                            + ": HTTP 502: "));
    assertThat(well.outcome().waits()).isEmpty();
    assertThat(well.in(DELIVERED)).containsExactly("one");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void aServerThatDoesNotAnswerHoldsUpTheManifestOnlyForThreeLooks() {
    server.isIll();
    Rehearsal job = job("one,a fox", "two,a hen").comfyui("give-up-after", "10m");
    leaveOnTheWire(job, "one");
    CompletableFuture<Ran> run = OwnThread.start(() -> job.run());

    await().atMost(40, SECONDS).until(() -> server.posts("a hen") == 1);
    server.isWell();

    assertThat(run.join().states())
        .containsExactly(entry("one", IN_DOUBT), entry("two", DELIVERED));
    assertThat(server.posts("a fox")).isZero();
  }

  @Test
  void adoptsWhatWasOnTheWireWhenTheProcessDied() {
    server.knowsEveryPrompt();
    Rehearsal job = job("one,a fox");
    leaveOnTheWire(job, "one");

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("one");
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void neverSendsTheOldTextOfARowThatWasEditedWhileInDoubt() {
    Rehearsal job = job("one,a fox");
    leaveOnTheWire(job, "one");

    Ran ran = job.manifest("id,prompt", "one,a wolf").run();

    assertThat(ran.in(DELIVERED)).containsExactly("one+2");
    assertThat(server.posts("a fox")).isZero();
    assertThat(server.posts("a wolf")).isEqualTo(1);
  }

  @Test
  void neverSendsTheOldTextOfARowThatWasEditedWhileTheServerWasIll() {
    Rehearsal job = job("one,a fox").comfyui("give-up-after", "500ms");
    leaveOnTheWire(job, "one");
    server.isIll();
    job.manifest("id,prompt", "one,a wolf");
    Ran ill = job.run();
    server.isWell();

    Ran well = job.run();

    assertThat(ill.in(IN_DOUBT)).containsExactly("one");
    assertThat(well.in(DELIVERED)).containsExactly("one+2");
    assertThat(server.posts("a fox")).isZero();
    assertThat(server.posts("a wolf")).isEqualTo(1);
  }

  @Test
  void looksBeforeItSendsAgainWhateverTheUserWants() {
    server.losesTheFirstAnswer();
    server.isIll();
    Rehearsal job = job("one,a fox").comfyui("give-up-after", "500ms");
    Ran ill = job.run();
    server.isWell();

    Ran well = job.set("on-doubt", "resubmit").run();

    assertThat(ill.in(IN_DOUBT)).containsExactly("one");
    assertThat(well.in(DELIVERED)).containsExactly("one");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void sendsAgainWhatNobodyAnswersForIfTheUserWantsIt() {
    server.isIll();
    Rehearsal job = job("one,a fox").set("on-doubt", "resubmit");
    leaveOnTheWire(job, "one");
    CompletableFuture<Ran> run = OwnThread.start(() -> job.run());
    await().atMost(40, SECONDS).until(() -> server.posts().size() == 1);
    assertThat(server.looks()).hasSizeGreaterThanOrEqualTo(2);
    server.isWell();

    assertThat(run.join().in(DELIVERED)).containsExactly("one");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void aPlanLeavesDoubtsToTheRunThatLooksFirst() {
    Rehearsal job = job("one,a fox").set("on-doubt", "resubmit");
    leaveOnTheWire(job, "one");

    Ran planned = job.plan();

    assertThat(planned.in(IN_DOUBT)).containsExactly("one");
    assertThat(server.looks()).isEmpty();
  }

  @Test
  void aStopEndsTheLooksAndSendsNothing() {
    Rehearsal job = job("one,a fox").set("on-doubt", "resubmit").comfyui("doubt-pause", "1h");
    leaveOnTheWire(job, "one");
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
      await().until(() -> !server.looks().isEmpty());

      context.stop(StopReason.of(Kind.INTERRUPTED, "stopped by a test"));

      Ran ran = run.join();
      assertThat(ran.code()).isEqualTo(130);
      assertThat(ran.in(IN_DOUBT)).containsExactly("one");
      assertThat(server.posts()).isEmpty();
    }
  }

  @Test
  void theTimeLimitEndsTheLooks() {
    Rehearsal job = job("one,a fox").comfyui("doubt-pause", "1h").set("time-limit", "2s");
    leaveOnTheWire(job, "one");

    Ran ran = job.run();

    assertThat(ran.in(IN_DOUBT)).containsExactly("one");
    assertThat(ran.code()).isEqualTo(12);
  }

  @Test
  void theTimeLimitEndsTheLooksAtWhatThisRunSent() {
    server.losesTheFirstPrompt();

    Ran ran = job("one,a fox").comfyui("doubt-pause", "1h").set("time-limit", "5s").run();

    assertThat(ran.in(IN_DOUBT)).containsExactly("one");
    assertThat(ran.code()).isEqualTo(12);
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void aServerThatTakesNothingMoreIsNotWaitedFor() {
    server.losesTheFirstPromptAndLocks();
    server.isIll();
    Rehearsal job = job("one,a fox", "two,a hen").comfyui("submit-concurrency", "1");

    Ran ran = job.run();

    assertThat(ran.states()).containsExactly(entry("one", IN_DOUBT), entry("two", PLANNED));
    assertThat(ran.stop(Kind.CREDENTIALS).text()).contains("lets nobody in");
  }

  @Test
  void whatNeverArrivedCountsForTheLimitAllTheSame() {
    server.losesTheFirstPrompt();

    Ran ran = job("one,a fox", "two,a hen").set("limit", "1").run();

    assertThat(ran.in(PLANNED)).containsExactly("one", "two");
    assertThat(ran.stop(Kind.LIMIT).text()).contains("limit of 1");
    assertThat(server.posts()).hasSize(1);
  }

  @Test
  void nobodyIsAskedWhoKnowsNothingByOurIds() {
    try (StubbedApi api = new StubbedApi()) {
      api.creates("shot-01", StubbedApi.json(""));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(2);

      Ran first = job.run();
      Ran second = job.run();

      assertThat(first.in(IN_DOUBT)).containsExactly("shot-01");
      assertThat(second.in(IN_DOUBT)).containsExactly("shot-01");
      assertThat(second.code()).isEqualTo(12);
      assertThat(api.posts()).hasSize(2);
    }
  }

  /** As a process leaves it that died with the request on the wire; the server never got it. */
  private void leaveOnTheWire(Rehearsal job, String id) {
    job.plan();
    try (JobContext context = job.open()) {
      OpenTasks tasks = Rehearsal.bean(context, OpenTasks.class);
      Task task =
          tasks.in(PLANNED).stream()
              .filter(planned -> planned.name().equals(id))
              .findAny()
              .orElseThrow();
      Request request =
          new Request(server.baseUrl(), "/prompt", "text.json", "{\"prompt\":{}}", null);
      Rehearsal.bean(context, Ledger.class).intend(task, "comfyui", request);
    }
  }
}
