package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.OwnThread;
import dev.dailies.cli.Typed;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** A task that was taken and does not end blocks nothing for ever: a person may let it go. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StuckTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal overdue() {
    api.looks("shot-01", StubbedApi.running());
    return new Rehearsal(folder, api.baseUrl())
        .rows(2)
        .api("window", "1")
        .api("submit-concurrency", "1")
        .api("deadline", "300ms");
  }

  /** Runs the job, and stops it once the first shot was polled that often. */
  private Ran runUntilPolled(Rehearsal job, int times) {
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
      await().atMost(PATIENCE).until(() -> api.polls("shot-01") >= times);
      context.stop(StopReason.of(Kind.INTERRUPTED, "stopped by a test"));
      return run.join();
    }
  }

  @Test
  void makesRoomOnceAPersonHasGivenItUp() {
    Rehearsal job = overdue();
    Ran first = job.run();
    assertThat(first.in(SUBMITTED)).containsExactly("shot-01");
    assertThat(first.in(DELIVERED)).as("the window is full").isEmpty();

    Typed typed = job.type("resolve", "shot-01", "--give-up");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("shot-01: given up. It is paid for all the same");
    Ran second = job.run();
    assertThat(second.state("shot-01")).isEqualTo(CANCELLED);
    assertThat(second.view("shot-01").task().reasonCode()).isEqualTo("GIVEN_UP");
    assertThat(second.state("shot-02")).isEqualTo(DELIVERED);
    assertThat(second.code()).isEqualTo(3);
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void isSentAgainByAPersonsWordAndItsFirstTicketIsRemembered() {
    Rehearsal job = overdue();
    job.run();

    Typed typed = job.type("resolve", "shot-01", "--resubmit");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("shot-01: to be sent again. This pays twice");
    api.creates("shot-01", StubbedApi.json("{\"id\":\"second\"}"));
    Ran ran = job.run();
    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-02");
    assertThat(ran.view("shot-01").task().attempts()).isEqualTo(2);
    assertThat(api.posts("shot-01")).isEqualTo(2);
    assertThat(job.type("explain", "shot-01").out())
        .contains("Attempt 1 at")
        .contains("ticket shot-01")
        .contains("sent again though it was taken, as a person decided");
  }

  @Test
  void isNotSentAThirdTimeAfterAnOlderCopyOfTheLedgerWasPutBack() throws IOException {
    Rehearsal job = overdue();
    job.run();
    Path database = job.file(".dailies/db");
    Path older = folder.resolve("older");
    FileSystemUtils.copyRecursively(database, older);
    job.type("resolve", "shot-01", "--resubmit");
    api.creates("shot-01", StubbedApi.json("{\"id\":\"second\"}"));
    job.run();
    FileSystemUtils.deleteRecursively(database);
    FileSystemUtils.copyRecursively(older, database);

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).contains("shot-02");
    assertThat(ran.view("shot-01").task().attempts()).isEqualTo(2);
    assertThat(api.posts("shot-01")).isEqualTo(2);
    assertThat(api.posts("shot-02")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--give-up", "--resubmit"})
  void isLeftAloneWhileItMayStillEnd(String decision) {
    Rehearsal job = overdue().api("deadline", "45m");
    assertThat(runUntilPolled(job, 1).in(SUBMITTED)).containsExactly("shot-01");

    Typed typed = job.type("resolve", "shot-01", decision);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("shot-01 is at the provider", "longer than the deadline");
  }

  @Test
  void mayBeGivenUpSoonerWhereNobodyCanSeeIt() {
    api.looks(StubbedApi.error(500, "database is locked"));
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1).api("deadline", "45m");
    Ran ran = runUntilPolled(job, 4);
    assertThat(ran.outcome().waits())
        .singleElement()
        .asString()
        .contains(api.baseUrl(), "database is locked");

    assertThat(job.type("status").out())
        .contains("No run is under way", "1 at the provider")
        .containsPattern(
            "The last run waited for cometapi: .*database is locked.* \\([0-9]+ tries since ");
    assertThat(job.type("status", "--json").out())
        .contains("\"counts\":{\"SUBMITTED\":1}", "\"last_waits\":[{\"provider\":\"cometapi\"");
    Typed explained = job.type("explain", "shot-01");
    Typed typed = job.type("resolve", "shot-01", "--give-up");

    assertThat(explained.out())
        .contains("cannot see the tasks at " + api.baseUrl())
        .contains("database is locked", "tries since", "resolve", "--resubmit");
    assertThat(typed.code()).as("%s", typed).isZero();
  }

  @Test
  void isNamedWithItsCommandOnceTheDeadlineIsOver() throws IOException {
    assertThat(overdue().keyFile().type("run").out())
        .containsPattern("To let go of (it|them), paid or not: .* resolve .* --stuck --give-up");
  }

  @Test
  void makesRoomWithAllOthersThatDoNotEnd() {
    List.of("shot-01", "shot-02").forEach(id -> api.looks(id, StubbedApi.running()));
    api.creates("shot-03", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    Rehearsal job = overdue().rows(4).api("window", "3").api("submit-concurrency", "3");
    Ran first = job.run();
    assertThat(first.in(SUBMITTED)).containsExactly("shot-01", "shot-02");
    assertThat(first.in(IN_DOUBT)).containsExactly("shot-03");

    Typed unasked = job.type("resolve", "--stuck", "--give-up");
    Typed typed = job.type("resolve", "--stuck", "--give-up", "--yes");
    Typed again = job.type("resolve", "--stuck", "--give-up");

    assertThat(unasked.code()).isEqualTo(2);
    assertThat(unasked.err()).contains("--stuck needs --yes");
    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .contains("shot-01: given up. It is paid for all the same", "shot-02: given up")
        .contains("1 still in doubt: shot-03")
        .doesNotContain("shot-03: ");
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.out()).contains("No task is stuck");
    assertThat(job.run().in(CANCELLED)).containsExactly("shot-01", "shot-02");
  }

  @Test
  void isLeftAloneWhileItMayStillEndAlsoIfAllAreMeant() throws IOException {
    Rehearsal job = overdue().keyFile().api("deadline", "45m").set("time-limit", "3s");
    assertThat(job.type("run").out()).contains("Next: ").doesNotContain("--give-up");

    Typed typed = job.type("resolve", "--stuck", "--give-up", "--yes");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("No task is stuck");
    assertThat(job.type("status", "--json").out()).contains("\"SUBMITTED\":1");
  }

  @Test
  void hasItsTicketAlready() {
    Rehearsal job = overdue();
    job.run();

    Typed typed = job.type("resolve", "shot-01", "--adopt", "another");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("shot-01 has a ticket already");
  }
}
