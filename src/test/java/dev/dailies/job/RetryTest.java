package dev.dailies.job;

import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned again after a night in which everything went wrong once. */
@TestInstance(Lifecycle.PER_CLASS)
class RetryTest {

  private static final String[] SHOTS = {
    "broken", "cancelled", "html", "lost", "ok", "refused", "unsafe", "wrong"
  };

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Snapshot night;
  private Rehearsal job;

  @BeforeAll
  void runOneNight(@TempDir Path folder) {
    this.folder = folder;
    api.creates("refused", StubbedApi.error(400, "bad_request"));
    api.looks("broken", failed("INTERNAL.BAD_OUTPUT.CODE01"), StubbedApi.succeeded(""));
    api.looks("wrong", failed("ASSET.INVALID"), StubbedApi.succeeded(""));
    api.looks("unsafe", failed("SAFETY.INPUT.TEXT"));
    api.looks("cancelled", StubbedApi.task("CANCELLED", ""), StubbedApi.succeeded(""));
    api.looks("lost", StubbedApi.notExist());
    api.clips("html", onlyPages(7));
    assertThat(job().run().states()).isEqualTo(states());
    assertThat(SHOTS).allMatch(shot -> api.posts(shot) == 1);
    night = Snapshot.of(job().output());
  }

  /** The API answers as it did last in the night, whose requests count no more. */
  @BeforeEach
  void wakeUpAfterIt() {
    night.restore();
    api.server.resetRequests();
    job = job();
  }

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl()).api("grace", "200ms").shots(SHOTS);
  }

  /** As many as one night asks for, and then the clip. */
  private static ResponseDefinitionBuilder[] onlyPages(int count) {
    return Stream.concat(
            Stream.generate(StubbedApi::html).limit(count), Stream.of(StubbedApi.clip(2_000)))
        .toArray(ResponseDefinitionBuilder[]::new);
  }

  private static ResponseDefinitionBuilder failed(String code) {
    return StubbedApi.task("FAILED", ",\"failure\":\"it failed\",\"failureCode\":\"" + code + "\"");
  }

  private static Map<String, TaskState> states() {
    return new TreeMap<>(
        Map.of(
            "broken", FAILED,
            "cancelled", CANCELLED,
            "html", UNDELIVERED,
            "lost", LOST,
            "ok", DELIVERED,
            "refused", REJECTED,
            "unsafe", FAILED,
            "wrong", FAILED));
  }

  @Test
  void repeatsOnlyWhatMaySucceedUnchanged() {
    Typed typed = job.type("retry");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .contains("broken  failed (INTERNAL.BAD_OUTPUT.CODE01): transient")
        .contains("html  undelivered (NOT_A_CLIP): undelivered")
        .containsPattern("To send again: 1 task, \\$\\d")
        .contains("To fetch again, free: 1 clip.")
        .contains("1 task was turned down by moderation; edit its prompt first\n")
        .contains(
            "Left alone: 2 refused for what the row asks (--class=input), 1 lost at the provider"
                + " (--class=lost), 1 given up, cancelled or failed without a reason"
                + " (--class=other).")
        .contains("Next: dailies run " + job.manifest());
    assertThat(changed()).isEqualTo(Map.of("broken", PLANNED, "html", SUCCEEDED));
    assertThat(api.posts()).as("retry sends nothing itself").isEmpty();
  }

  @Test
  void leavesTheSendingAndFetchingToTheNextRun() {
    job.type("retry");

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("broken", "html", "ok");
    assertThat(ran.view("broken").task().attempts()).isEqualTo(2);
    assertThat(api.posts("broken")).isEqualTo(1);
    assertThat(api.posts()).as("fetching is free").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--class=transient, broken",
    "--class=undelivered, html",
    "--class=INPUT, refused wrong",
    "--class=lost, lost",
    "--class=other, cancelled",
    "'--class=lost,input', lost refused wrong",
    "--class=all, broken cancelled html lost refused wrong",
    "--class=moderation, ''",
    "--code=internal.bad, broken",
    "--code=ASSET, wrong",
    "--code=LOST, lost",
    "--code=SAFETY, ''",
    "--code=ASSET --class=transient, ''",
    "lost, lost",
    "lost CANCELLED lost, cancelled lost",
    "wrong lost --class=lost, lost",
  })
  void repeatsWhatIsChosen(String arguments, String repeated) {
    Typed typed = job.type("retry", arguments.split(" "));

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(String.join(" ", changed().keySet())).isEqualTo(repeated);
  }

  @Test
  void saysThatWhatIsLostMayBePaidTwice() {
    assertThat(job.type("retry", "lost").out())
        .contains("1 of them is lost: its clip may have been made all the same, and be paid twice");
  }

  @Test
  void neverRepeatsUnchangedWhatModerationTurnedDown() {
    Typed typed = job.type("retry", "unsafe");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out())
        .contains("edit its prompt first", "Next: edit the prompt unsafe, then ");
    assertThat(changed()).isEmpty();
  }

  /** Named by ID and class alone, never by a class, a code or an ID of its own. */
  @Test
  void ofATakeThatModerationTurnedDownBesideAnotherPaysForThatOneIfSoNamed() throws IOException {
    api.looks("beside_2", failed("SAFETY.INPUT.TEXT"));
    job.manifest("id,prompt,image,takes", Rehearsal.row("beside") + ",2");
    Typed run = job.api("submit-concurrency", "1").keyFile().type("run");
    String retry = "dailies retry " + job.output() + " beside@2 --class=moderation";
    assertThat(run.out())
        .contains(
            "1 turned down by moderation, while another take of the same request was made: beside@2\n")
        .contains("\n    " + retry + " plans that take again; the next run pays $0.32\n")
        .endsWith("\nNext: " + retry + "\n");
    assertThat(job.type("explain", "beside@2").out())
        .contains("Moderation turned this take down; another take of the same request was made.")
        .contains(" beside@2 --class=moderation")
        .doesNotContain("moderation would turn");
    assertThat(job.type("retry", "beside@2").out())
        .contains("Nothing is repeated.", "name it with --class=moderation to pay for it again")
        .contains("Next: " + retry);
    for (String bulk : new String[] {"--class=moderation", "--class=all", "--code=SAFETY"}) {
      job.type("retry", bulk);
    }
    job.type("retry", "beside", "--class=all");
    assertThat(job.plan().state("beside@2")).isEqualTo(FAILED);

    Typed typed = job.type("retry", "beside@2", "--class=moderation");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("To send again: 1 task, $0.32.");
    assertThat(job.run().in(DELIVERED)).contains("beside", "beside@2");
    assertThat(api.posts("beside")).isEqualTo(3);
  }

  @Test
  void changesNothingInADryRun() {
    Typed typed = job.type("retry", "broken", "--class=transient", "--code=INT", "--dry-run");

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("To send again: 1 task, $", "Nothing is changed: this is a dry run.")
        .contains("Next: dailies retry " + job.manifest() + " broken --class=transient --code=INT");
    assertThat(changed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "broken nobody, there is no task nobody",
    "broken ok, ok is delivered: only what failed",
    "--class=odd, there is no class 'odd'",
    "--code=, names no code",
    "a@b, cannot be an ID",
  })
  void refusesWithWordsAndChangesNothing(String arguments, String complaint) {
    Typed typed = job.type("retry", arguments.split(" "));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.err()).contains(complaint);
    assertThat(changed()).isEmpty();
  }

  @Test
  void plansNoRowAgainThatLeftTheManifest() {
    job.shots("ok").run();

    assertThat(job.type("retry", "--class=all").out())
        .isEqualTo("No task of the list has failed.\nNext: open the report\n");
    Typed typed = job.type("retry", "broken");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out())
        .contains("1 task has no row in the list; put the row back\n")
        .contains("Next: put the rows back, then dailies run ");
    assertThat(job.plan().state("broken")).isEqualTo(FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "refused, --class=transient, edit the row refused%2C then dailies run ",
    "lost, '', dailies run ",
    "broken, --class=input, dailies retry ",
  })
  void saysWhatToDoAboutWhatItLeavesAlone(String shot, String argument, String next) {
    job.shots(shot).run();

    Typed typed = argument.isEmpty() ? job.type("retry") : job.type("retry", argument);

    assertThat(typed.out())
        .contains("Nothing is repeated.\nLeft alone: 1 ", "Next: " + next.replace("%2C", ","));
  }

  @Test
  void leavesARowAloneThatCannotBePlanned() {
    job.manifest("id,prompt,image", "x,,not a link").run();

    Typed typed = job.type("retry", "line:2");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("line:2 is refused: only what failed");
  }

  @Test
  void asksForALinkWhereATaskFinishedWithoutOne() {
    api.looks("empty", StubbedApi.task("SUCCEEDED", ",\"output\":[]"));
    job.shots("empty");
    assertThat(job.run().view("empty").task().reasonCode()).isEqualTo("NO_OUTPUT");
    api.looks("empty", StubbedApi.succeeded(""));

    job.type("retry", "empty");

    assertThat(job.run().state("empty")).isEqualTo(DELIVERED);
    assertThat(api.posts("empty")).isEqualTo(1);
  }

  @Test
  void tellsProgramsWhatItDid() {
    assertThat(job.type("retry", "--json").out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"message_type\":\"retry\",\"dry_run\":false,\"sent_again\":1,")
        .contains("\"fetched_again\":1,\"moderated\":1,")
        .contains("\"left_out\":{\"INPUT\":2,\"LOST\":1,\"OTHER\":1}")
        .contains("\"next\":\"dailies run ");
  }

  /** The tasks that are no longer as the night left them. */
  private Map<String, TaskState> changed() {
    Map<String, TaskState> now = new TreeMap<>(job.plan().states());
    now.entrySet().removeIf(state -> state.getValue() == states().get(state.getKey()));
    return now;
  }
}
