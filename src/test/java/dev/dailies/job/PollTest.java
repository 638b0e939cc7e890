package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.OwnThread;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TimeTaken;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A task that was taken is watched until the provider says what became of it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PollTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  @Test
  void waitsForATaskThatIsNotVisibleYet() {
    api.looks("shot-01", StubbedApi.notExist(), StubbedApi.notExist(), StubbedApi.succeeded(""));

    Ran ran = job().rows(1).run();

    assertThat(ran.state("shot-01")).isEqualTo(DELIVERED);
    assertThat(api.polls("shot-01")).isEqualTo(3);
  }

  @Test
  void leavesATaskToALaterRunWhereOneLookIsToldToComeBackMuchLater() {
    api.looks(
        "shot-01",
        StubbedApi.error(429, "slow_down").withHeader("Retry-After", "36000"),
        StubbedApi.succeeded(""));
    Rehearsal job = job().rows(3).api("deadline", "10m").api("give-up-after", "30s");
    Instant start = Instant.now();

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-02", "shot-03");
    assertThat(ran.state("shot-01")).isEqualTo(SUBMITTED);
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.stop(Kind.UNAVAILABLE).text()).contains("shot-01");
    assertThat(ran.stop(Kind.UNAVAILABLE).comeBack()).isAfter(start.plusSeconds(35_990));

    Ran later = job.run();

    assertThat(later.state("shot-01")).isEqualTo(DELIVERED);
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void looksFirstWhenSuchClipsWereDoneInAnEarlierRun() {
    ResponseDefinitionBuilder[] slowly = new ResponseDefinitionBuilder[9];
    Arrays.fill(slowly, StubbedApi.running());
    slowly[8] = StubbedApi.succeeded("");
    api.looks("shot-01", slowly);
    api.looks("shot-02", slowly);

    // The first of a run may be taken before anybody watches: it is looked at at once, and its time
    // is not known.
    List<Duration> known = timesTakenBy(job().rows(2).api("window", "1"));
    List<Duration> later = timesTakenBy(job().rows(4).api("window", "1"));

    assertThat(later).hasSizeGreaterThan(known.size());
    assertThat(later.get(later.size() - 1))
        .isGreaterThan(Collections.min(known).multipliedBy(7).dividedBy(10));
    assertThat(api.polls("shot-04")).isEqualTo(1);
  }

  /** What was seen from the ticket on, in this run and those before, oldest first. */
  private static List<Duration> timesTakenBy(Rehearsal job) {
    try (JobContext context = job.open()) {
      job.run(context);
      return Rehearsal.bean(context, OpenTasks.class).timesTaken("cometapi", 9).stream()
          .map(TimeTaken::time)
          .toList();
    }
  }

  @Test
  void losesATaskAfterTheGraceTimeAndFindsItAgain() {
    api.looks("shot-01", StubbedApi.notExist());
    Rehearsal job = job().rows(2).api("grace", "400ms");
    Ran first = job.run();
    Ran second = job.run();
    api.looks("shot-01", StubbedApi.running(), StubbedApi.succeeded(""));

    Ran third = job.run();

    assertThat(first.in(LOST)).containsExactly("shot-01");
    assertThat(first.code()).isEqualTo(3);
    assertThat(second.states()).isEqualTo(first.states());
    assertThat(third.in(DELIVERED)).containsExactly("shot-01", "shot-02");
    assertThat(third.code()).isZero();
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void neverFailsATaskBecauseALookFailed() {
    api.looks(
        "shot-01",
        StubbedApi.error(500, "boom"),
        StubbedApi.error(429, "slow_down"),
        StubbedApi.error(404, "no_route"),
        StubbedApi.html(),
        StubbedApi.json("{\"id\":\"sho"),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        StubbedApi.succeeded(""));

    Ran ran = job().rows(1).run();

    assertThat(ran.state("shot-01")).isEqualTo(DELIVERED);
    assertThat(ran.code()).isZero();
  }

  @Test
  void leavesWhatIsStillRunningAtTheDeadlineToTheNextRun() {
    api.looks("shot-01", StubbedApi.running());
    Rehearsal job = job().rows(2).api("deadline", "400ms");
    Ran first = job.run();
    api.looks("shot-01", StubbedApi.succeeded(""));

    Ran second = job.run();

    assertThat(first.in(SUBMITTED)).containsExactly("shot-01");
    assertThat(first.stop(Kind.DEADLINE).text())
        .isEqualTo("1 clip is still being made at cometapi: shot-01");
    assertThat(first.code()).isEqualTo(10);
    assertThat(second.count(DELIVERED)).isEqualTo(2);
    assertThat(second.code()).isZero();
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void looksAtEveryTaskOnceHoweverShortTheDeadline() {
    Ran ran = job().rows(4).api("deadline", "1ms").run();

    assertThat(ran.count(DELIVERED)).isEqualTo(4);
    assertThat(ran.code()).isZero();
  }

  @Test
  void sendsNoMoreWhenTheWindowIsFullOfParkedTasks() {
    api.looks(StubbedApi.running());

    Ran ran = job().rows(5).api("window", "2").api("deadline", "300ms").run();

    assertThat(ran.count(SUBMITTED)).isEqualTo(2);
    assertThat(ran.count(PLANNED)).isEqualTo(3);
    assertThat(ran.code()).isEqualTo(10);
  }

  @Test
  void writesDownWhatTheProviderSaysOfATask() {
    api.looks(
        "shot-01",
        StubbedApi.task("FAILED", ",\"failure\":\"bad hands\",\"failureCode\":\"INTERNAL.BAD\""));
    api.looks("shot-02", StubbedApi.task("CANCELLED", ""));

    Ran ran = job().rows(3).run();

    assertThat(ran.in(FAILED)).containsExactly("shot-01");
    assertThat(ran.view("shot-01").task().reasonCode()).isEqualTo("INTERNAL.BAD");
    assertThat(ran.reason("shot-01")).contains("bad hands");
    assertThat(ran.in(CANCELLED)).containsExactly("shot-02");
    assertThat(ran.in(DELIVERED)).containsExactly("shot-03");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void asksAgainAndAgainForTheResultOfAFinishedTask() {
    api.looks("shot-01", StubbedApi.task("SUCCEEDED", ",\"output\":[]"));

    Ran ran = job().rows(1).run();

    assertThat(ran.state("shot-01")).isEqualTo(UNDELIVERED);
    assertThat(ran.view("shot-01").task().reasonCode()).isEqualTo("NO_OUTPUT");
    // Five times while it is watched, and with every try to fetch what it has made.
    assertThat(api.polls("shot-01")).isEqualTo(5 + 7);
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void endsWhenLooksAreRefusedThoughTheWindowIsFull() {
    api.looks(StubbedApi.error(401, "invalid_api_key"));

    Ran ran = job().rows(6).api("window", "2").run();

    assertThat(ran.count(SUBMITTED)).isEqualTo(2);
    assertThat(ran.count(PLANNED)).isEqualTo(4);
    assertThat(ran.code()).isEqualTo(4);
  }

  @Test
  void looksAgainWhenOneLookIsRefused() {
    api.looks(
        "shot-01",
        StubbedApi.error(401, "invalid_api_key"),
        StubbedApi.error(403, "quota_not_enough"),
        StubbedApi.succeeded(""));
    api.looks(
        "shot-02",
        aResponse().withStatus(302).withHeader("Location", "/login"),
        StubbedApi.html().withStatus(403),
        StubbedApi.html().withStatus(401),
        StubbedApi.succeeded(""));

    Ran ran = job().rows(3).api("poll-interval", "500ms").run();

    assertThat(ran.count(DELIVERED)).isEqualTo(3);
    assertThat(ran.code()).isZero();
  }

  @Test
  void saysWhereItCannotSeeTasksAndWhyAndHowOften() {
    api.looks(StubbedApi.error(500, "database is locked"));
    Ran ran = job().rows(2).api("deadline", "1s").run();

    assertThat(ran.in(SUBMITTED)).containsExactly("shot-01", "shot-02");
    assertThat(ran.stop(Kind.UNAVAILABLE).text())
        .contains("cannot see the tasks at " + api.baseUrl())
        .contains("database is locked")
        .containsPattern("\\([0-9]+ tries since [0-9:]{5} [A-Z]+\\); 2 tasks wait for it: shot-0")
        .doesNotContain("still running");
    assertThat(ran.outcome().stoppedBy(Kind.DEADLINE)).isFalse();
    assertThat(ran.code()).isEqualTo(5);
  }

  @Test
  void waitsForAPageInTheWayOfLooksAndSendsNothingMeanwhile() {
    api.looks(StubbedApi.html().withStatus(403));

    Ran ran =
        job().rows(9).api("window", "9").api("submit-rate", "5/s").api("deadline", "2s").run();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.outcome().stopReasons())
        .extracting(StopReason::text)
        .anyMatch(text -> text.contains("HTTP 403: answered with a web page"));
    assertThat(ran.count(SUBMITTED)).isBetween(1, 8);
  }

  @Test
  void leavesTheTasksOfAProviderThatIsGone() {
    api.looks("shot-01", StubbedApi.running());
    api.clips("shot-02", StubbedApi.error(503, "down"));
    job()
        .addProvider("gone", api.baseUrl())
        .set("providers.gone.deadline", "200ms")
        .set("providers.gone.give-up-after", "1ms")
        .set("provider", "gone")
        .rows(2)
        .run();

    Ran ran = job().shots("shot-03").run();

    assertThat(ran.in(SUBMITTED)).containsExactly("shot-01");
    assertThat(ran.in(SUCCEEDED)).containsExactly("shot-02");
    assertThat(ran.in(DELIVERED)).containsExactly("shot-03");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.stop(Kind.INPUT).text()).contains("'gone', which the settings no longer name");
  }

  @Test
  void aStopWaitsForASlowLookNoLongerThanItsTimeout() {
    api.looks(StubbedApi.running().withFixedDelay(20_000));
    Rehearsal job = job().rows(1).api("request-timeout", "30s").set("stop-timeout", "500ms");
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
      await().until(() -> !api.polls().isEmpty() || run.isDone());
      long stopped = System.nanoTime();

      context.stop(StopReason.of(Kind.TERMINATED, "stopped by a test"));
      Ran ran = run.join();

      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(10));
      assertThat(ran.code()).isEqualTo(143);
      assertThat(ran.in(SUBMITTED)).containsExactly("shot-01");
    }
  }
}
