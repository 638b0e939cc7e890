package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.Money;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What a person decides about tasks in doubt, and what the next run makes of it. */
@TestInstance(Lifecycle.PER_CLASS)
class ResolveTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Ran first;
  private Snapshot night;
  private Rehearsal job;

  @BeforeAll
  void runOneNight(@TempDir Path folder) throws IOException {
    this.folder = folder;
    prepare();
    first = job.run();
    assertThat(List.of(api.posts("sure"), api.posts("doubtful"))).containsExactly(1, 1);
    night = Snapshot.of(job.output());
  }

  @BeforeEach
  void wakeUpAfterIt() throws IOException {
    prepare();
    night.restore();
    api.server.resetRequests();
  }

  private void prepare() throws IOException {
    job = new Rehearsal(folder, api.baseUrl()).keyFile().shots("sure", "doubtful");
    api.looks(StubbedApi.succeeded(""));
    api.creates("doubtful", lostAnswer());
  }

  /** For tests that begin before the first night. */
  private void forgetTheNight() throws IOException {
    FileSystemUtils.deleteRecursively(job.output());
  }

  private static ResponseDefinitionBuilder lostAnswer() {
    return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  }

  @Test
  void hasTheNextRunSendATaskAgain() {
    Typed typed = job.type("resolve", "doubtful", "--resubmit");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .contains("doubtful: to be sent again. This may pay twice")
        .containsPattern("attempt 1, (\\$|unknown)")
        .contains("Next: dailies run " + job.manifest());
    assertThat(api.posts()).isEmpty();
    api.creates("doubtful", StubbedApi.accepted());
    Ran ran = job.run();
    assertThat(ran.state("doubtful")).isEqualTo(DELIVERED);
    assertThat(ran.view("doubtful").task().attempts()).isEqualTo(2);
    assertThat(api.posts("doubtful")).isEqualTo(1);
  }

  @Test
  void hasTheNextRunLookAtTheTicketThatAPersonFound() {
    Typed typed = job.type("resolve", "doubtful", "--adopt", "found-1");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .startsWith(
            "doubtful now follows ticket found-1 (finished at cometapi; the next run fetches"
                + " it).\n");
    assertThat(api.polls("found-1")).as("looked at once").isEqualTo(1);
    assertThat(job.type("explain", "doubtful").out())
        .containsPattern("Attempt 1 at .*: sent .*, adopted .* UTC, ticket found-1,");
    Ran ran = job.run();
    assertThat(ran.state("doubtful")).isEqualTo(DELIVERED);
    assertThat(Objects.requireNonNull(ran.view("doubtful").attempt()).ticket())
        .isEqualTo("found-1");
    assertThat(api.posts()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  @Test
  void saysWhatATicketIsDoing() {
    api.looks("running-1", StubbedApi.running());

    assertThat(job.type("resolve", "doubtful", "--adopt", "running-1").out())
        .startsWith("doubtful now follows ticket running-1 (running at cometapi).\n");
  }

  @Test
  void refusesATicketThatTheProviderDoesNotKnowUnlessAPersonIsSure() {
    api.looks("wrong", StubbedApi.notExist());

    Typed typed = job.type("resolve", "doubtful", "--adopt", "wrong");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains(
            "cometapi does not know the ticket 'wrong', so doubtful is left as it was; look the"
                + " ticket up again, or add --yes to adopt it all the same");
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);

    Typed sure = job.type("resolve", "doubtful", "--adopt", "wrong", "--yes");

    assertThat(sure.code()).as("%s", sure).isZero();
    assertThat(sure.out())
        .startsWith("doubtful now follows ticket wrong (cometapi does not know it yet).\n");
    assertThat(state("doubtful")).isEqualTo(SUBMITTED);
    assertThat(api.posts()).as("looking creates nothing").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"y, SUBMITTED, 0", "n, IN_DOUBT, 2", "'', IN_DOUBT, 2"})
  void asksAPersonAboutATicketThatTheProviderDoesNotKnow(String answer, TaskState left, int code) {
    api.looks("wrong", StubbedApi.notExist());

    Typed typed = job.answer(answer + "\n", "resolve", "doubtful", "--adopt", "wrong");

    assertThat(typed.code()).as("%s", typed).isEqualTo(code);
    assertThat(typed.err())
        .startsWith(
            "cometapi does not know the ticket 'wrong'. Adopt it for doubtful all the same? [y/N]");
    assertThat(state("doubtful")).isEqualTo(left);
  }

  @Test
  void adoptsUncheckedWhereTheProviderCannotBeAsked() {
    api.looks("page-1", StubbedApi.html());

    assertThat(job.type("resolve", "doubtful", "--adopt", "page-1").out())
        .startsWith("doubtful now follows ticket page-1 (not checked yet: ")
        .contains("; the next run asks for it).\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://cometapi.com/console/task/123", "a b", "tasks/123", "task:123", "."})
  void refusesWhatNoProviderGivesAsATicketWithoutLooking(String text) {
    Typed typed = job.type("resolve", "doubtful", "--adopt", text, "--yes");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains("'" + text + "' cannot be a ticket of cometapi: paste the task's id alone");
    assertThat(api.polls()).isEmpty();
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
  }

  @ParameterizedTest
  @CsvSource({
    "--resubmit, PLANNED, IN_DOUBT",
    "--give-up, CANCELLED, IN_DOUBT",
    "--adopt right-1, SUBMITTED, IN_DOUBT"
  })
  void takesADecisionBack(String decision, TaskState decided, TaskState before) {
    job.type("resolve", ("doubtful " + decision).split(" "));
    assertThat(state("doubtful")).isEqualTo(decided);

    Typed undone = job.type("resolve", "doubtful", "--undo");
    Typed again = job.type("resolve", "doubtful", "--undo");

    assertThat(undone.code()).as("%s", undone).isZero();
    assertThat(undone.out()).contains("Next: dailies resolve ");
    assertThat(undone.out()).startsWith("doubtful is in doubt again, as before.\n");
    assertThat(state("doubtful")).isEqualTo(before);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("doubtful is in doubt: there is no decision to take back, or something");
    Ran ran = job.run();
    assertThat(ran.outcome().money()).isEqualTo(first.outcome().money());
    assertThat(ran.code()).isEqualTo(12);
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void takesNothingBackOnceARunHasActed() {
    job.type("resolve", "doubtful", "--adopt", "right-2");
    assertThat(job.run().state("doubtful")).isEqualTo(DELIVERED);

    Typed typed = job.type("resolve", "doubtful", "--undo");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("doubtful is delivered: there is no decision to take back");
  }

  @Test
  void correctsATicketThatWasMistyped() {
    api.looks("wrong", StubbedApi.notExist());
    job.type("resolve", "doubtful", "--adopt", "wrong", "--yes");

    Typed typed = job.type("resolve", "doubtful", "--adopt", "right-3");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).startsWith("doubtful now follows ticket right-3 (finished");
    Ran ran = job.run();
    assertThat(ran.state("doubtful")).isEqualTo(DELIVERED);
    assertThat(Objects.requireNonNull(ran.view("doubtful").attempt()).ticket())
        .isEqualTo("right-3");
    assertThat(api.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--resubmit, PLANNED", "--give-up, CANCELLED"})
  void decidesAgainAboutATicketThatIsLost(String decision, TaskState decided) {
    job.api("grace", "100ms");
    api.looks("wrong", StubbedApi.notExist());
    job.type("resolve", "doubtful", "--adopt", "wrong", "--yes");
    assertThat(job.run().state("doubtful")).isEqualTo(LOST);

    Typed typed = job.type("resolve", "doubtful", decision);

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(state("doubtful")).isEqualTo(decided);
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void keepsATicketThatMayBeTheRightOne() {
    api.looks("running-2", StubbedApi.running());
    job.type("resolve", "doubtful", "--adopt", "running-2");

    Typed again = job.type("resolve", "doubtful", "--resubmit");
    Typed other = job.type("resolve", "doubtful", "--adopt", "right-4");

    assertThat(again.err())
        .contains("doubtful is running at cometapi; if its ticket is wrong, take it back")
        .contains("--undo");
    assertThat(other.err()).contains("doubtful is running at cometapi");
    assertThat(List.of(again.code(), other.code())).containsExactly(2, 2);
    assertThat(state("doubtful")).isEqualTo(SUBMITTED);
  }

  @Test
  void decidesNothingAboutATicketThatNobodyCanLookAtButTakesItBack() {
    api.looks("page-2", StubbedApi.html());
    job.type("resolve", "doubtful", "--adopt", "page-2");

    Typed again = job.type("resolve", "doubtful", "--resubmit");
    Typed undone = job.type("resolve", "doubtful", "--undo");

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("doubtful may be in the making, and nobody can be asked now", "--undo");
    assertThat(undone.code()).as("%s", undone).isZero();
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
  }

  @Test
  void tellsHowToCorrectATicketThatIsLost() {
    job.api("grace", "100ms");
    api.looks("wrong", StubbedApi.notExist());
    job.type("resolve", "doubtful", "--adopt", "wrong", "--yes");
    job.run();

    assertThat(job.type("explain", "doubtful").out())
        .contains("If it is the wrong one, adopt another, or have it sent again.")
        .containsPattern("    dailies resolve .* doubtful --adopt TICKET")
        .containsPattern("    dailies resolve .* doubtful --resubmit");
  }

  @Test
  void neverLetsATicketGoThatTheProviderGave() {
    api.creates("doubtful", StubbedApi.json("{\"id\":\"given\"}"));
    api.looks("given", StubbedApi.notExist());
    job.api("grace", "100ms").type("resolve", "doubtful", "--resubmit");
    assertThat(job.run().state("doubtful")).isEqualTo(LOST);

    Typed typed = job.type("resolve", "doubtful", "--adopt", "another");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("doubtful has a ticket already, which cometapi gave it");
    assertThat(job.type("resolve", "doubtful", "--give-up").code()).isZero();
    assertThat(state("doubtful")).isEqualTo(CANCELLED);
    assertThat(job.type("resolve", "doubtful", "--undo").code()).isZero();
    assertThat(state("doubtful")).isEqualTo(LOST);
  }

  @Test
  void refusesATicketThatAnotherTaskHas() {
    Typed typed = job.type("resolve", "doubtful", "--adopt", "sure");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("the ticket 'sure' is that of sure already");
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
  }

  @Test
  void namesTheTicketsOfOtherTakes() throws IOException {
    forgetTheNight();
    api.firstCreate(lostAnswer());
    Rehearsal takes = new Rehearsal(folder, api.baseUrl()).keyFile();
    takes.manifest("id,prompt,image,takes", Rehearsal.row("doubtful", "twin") + ",5").run();

    String told = takes.type("resolve").out();

    assertThat(told)
        .containsPattern("  Not these: twin\\S* is \\S+, .* is .* is \\S+, and 1 more\n");
  }

  @Test
  void refusesWhatCannotBeATicket() {
    Typed typed = job.type("resolve", "doubtful", "--adopt", "  ");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("cannot be a ticket");
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
  }

  @Test
  void givesATaskUpWithoutForgettingThatItMayHaveCost() {
    Typed typed = job.type("resolve", "doubtful", "--give-up");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("doubtful: given up. It may have been paid for");
    Ran ran = job.run();
    assertThat(ran.state("doubtful")).isEqualTo(CANCELLED);
    assertThat(ran.view("doubtful").task().reasonCode()).isEqualTo("GIVEN_UP");
    Money before = first.outcome().money();
    assertThat(ran.outcome().money())
        .isEqualTo(
            new Money(
                before.spent(),
                /* inDoubt= */ before.settledDoubts(),
                /* settledDoubts= */ before.inDoubt()));
    assertThat(ran.code()).isEqualTo(3);
    assertThat(api.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sure --give-up, sure is delivered: only a task in doubt can be resolved",
    "nobody --give-up, there is no task nobody",
    "a@b@c --give-up, cannot be an ID",
    "--give-up, 'name an ID, or --all'",
    "doubtful --all --give-up, 'name an ID, or --all'",
    "doubtful --stuck --give-up, 'name an ID, or --all'",
    "--all --stuck --give-up, 'name an ID, or --all'",
    "--all --adopt x, --adopt is about one task",
    "--all --undo, --undo is about single tasks",
    "doubtful sure --adopt x, --adopt is about one task",
    "doubtful sure --give-up, sure is delivered: only a task in doubt can be resolved",
    "doubtful nobody --give-up, there is no task nobody",
    "--all --resubmit, needs --yes",
    "--stuck, --stuck needs --give-up or --resubmit",
    "doubtful --resubmit --give-up, mutually exclusive",
  })
  void refusesWithWords(String arguments, String complaint) {
    Typed typed = job.type("resolve", arguments.split(" "));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.err()).contains(complaint);
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
  }

  @Test
  void doesNotGuessWhichTakeIsMeant() throws IOException {
    forgetTheNight();
    String row = ",https://example.org/cat.jpg,2";
    job.manifest("id,prompt,image,takes", "doubtful,doubtful" + row);
    job.run();

    Typed shot = job.type("resolve", "doubtful", "--give-up");
    Typed take = job.type("resolve", "doubtful@2", "--give-up");
    Typed rest = job.type("resolve", "DOUBTFUL", "--give-up");

    assertThat(shot.code()).isEqualTo(2);
    assertThat(shot.err())
        .contains("doubtful names 2 tasks in doubt; name one of doubtful@1, doubtful@2");
    assertThat(take.out()).contains("doubtful@2: given up").contains("1 still in doubt: doubtful");
    assertThat(rest.code()).as("%s", rest).isZero();
    assertThat(state("doubtful")).isEqualTo(CANCELLED);
  }

  @Test
  void decidesAllAtOnce() throws IOException {
    forgetTheNight();
    job.shots("sure", "doubtful", "dubious");
    api.creates("dubious", lostAnswer());
    job.run();

    Typed typed = job.type("resolve", "--all", "--resubmit", "--yes");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("doubtful: to be", "dubious: to be", "Nothing is in doubt");
    api.creates("doubtful", StubbedApi.accepted());
    api.creates("dubious", StubbedApi.accepted());
    assertThat(job.run().in(DELIVERED)).containsExactly("doubtful", "dubious", "sure");
    assertThat(api.posts("sure")).isEqualTo(1);
  }

  @Test
  void decidesThoseThatAreNamedAndNoOthers() throws IOException {
    forgetTheNight();
    job.shots("doubtful", "dubious", "vague");
    api.creates("dubious", lostAnswer());
    api.creates("vague", lostAnswer());
    job.run();

    Typed typed = job.type("resolve", "doubtful", "vague", "vague", "--give-up");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out().lines())
        .filteredOn(line -> line.contains(": given up"))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("doubtful: "),
            other -> assertThat(other).startsWith("vague: "));
    assertThat(typed.out()).contains("1 still in doubt: dubious");
    assertThat(state("dubious")).isEqualTo(IN_DOUBT);
  }

  @Test
  void finishesWhenNothingIsInDoubt() throws IOException {
    forgetTheNight();
    job.shots("sure").run();

    Typed typed = job.type("resolve", "--all", "--give-up", "--yes");

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("Nothing is in doubt");
  }

  @Test
  void sendsNoRowAgainThatLeftTheManifest() {
    job.shots("sure").run();

    Typed one = job.type("resolve", "doubtful", "--resubmit");
    Typed all = job.type("resolve", "--all", "--resubmit", "--yes");

    assertThat(List.of(one.code(), all.code())).containsExactly(2, 2);
    assertThat(one.err()).contains("the newest plan did not see its row");
    assertThat(state("doubtful")).isEqualTo(IN_DOUBT);
    assertThat(job.type("resolve", "doubtful", "--give-up").code()).isZero();
  }

  @Test
  void takesAnEditUpOnceTheDoubtIsSettled() {
    job.manifest("id,prompt,image", Rehearsal.row("sure"), Rehearsal.row("doubtful", "edited"));
    job.run();
    assertThat(api.posts("edited")).isZero();

    job.type("resolve", "doubtful", "--give-up");

    Ran ran = job.run();
    assertThat(ran.state("doubtful")).isEqualTo(CANCELLED);
    assertThat(ran.state("doubtful+2")).isEqualTo(DELIVERED);
    assertThat(api.posts("edited")).isEqualTo(1);
    assertThat(api.posts("doubtful")).isZero();
  }

  @Test
  void takesWhatADeadProcessLeftOnTheWireForInDoubt() throws IOException {
    forgetTheNight();
    job.shots("killed").plan();
    try (JobContext context = job.open()) {
      Task task = Rehearsal.bean(context, OpenTasks.class).in(TaskState.PLANNED).get(0);
      Request request = new Request(api.baseUrl(), StubbedApi.CREATE, null, "{}", null);
      Rehearsal.bean(context, Ledger.class).intend(task, "cometapi", request);
    }

    Typed typed = job.type("resolve", "killed", "--adopt", "found-1");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(job.run().state("killed")).isEqualTo(DELIVERED);
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void leavesAFolderAloneThatARunHolds() {
    try (JobContext running = job.open()) {
      assertThat(running.queries()).isNotNull();
      assertThat(job.type("resolve", "doubtful", "--give-up").code()).isEqualTo(11);
      assertThat(job.type("retry").code()).isEqualTo(11);
      Typed explained = job.type("explain", "doubtful");
      assertThat(explained.code()).isEqualTo(11);
      assertThat(explained.err()).contains("another run holds this output folder");
    }
  }

  @Test
  void makesNoFolderWhereNothingWasRun() throws IOException {
    forgetTheNight();
    for (String command : List.of("retry", "explain x", "resolve x --give-up")) {
      String[] words = command.split(" ", 2);
      String[] arguments = words.length == 1 ? new String[0] : words[1].split(" ");

      Typed typed = job.type(words[0], arguments);

      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.err()).contains("nothing was run yet in");
    }
    assertThat(job.output()).doesNotExist();
  }

  @Test
  void tellsProgramsWhatItDid() {
    Typed typed = job.type("resolve", "doubtful", "--give-up", "--json");

    assertThat(typed.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"message_type\":\"resolved\",\"task\":\"doubtful\",\"state\":\"CANCELLED\"")
        .contains("\"next\":\"dailies run ");
  }

  private TaskState state(String name) {
    return job.plan().state(name);
  }
}
