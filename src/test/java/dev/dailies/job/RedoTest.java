package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Clips that are there are made again where a person wants it, and the old ones are kept. */
@TestInstance(Lifecycle.PER_CLASS)
class RedoTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Snapshot before;
  private Rehearsal job;

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    this.folder = folder;
    api.looks("broken", StubbedApi.task("FAILED", ",\"failureCode\":\"INTERNAL\""));
    api.looks("lost", StubbedApi.notExist());
    api.clips("html", StubbedApi.html());
    Ran ran = job().run();
    assertThat(ran.in(DELIVERED)).containsExactly("fox", "fox@2", "owl");
    assertThat(ran.in(FAILED)).containsExactly("broken");
    assertThat(ran.in(UNDELIVERED)).containsExactly("html");
    before = Snapshot.of(job().output());
  }

  @BeforeEach
  void begin() {
    before.restore();
    api.server.resetRequests();
    job = job();
  }

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl())
        .api("grace", "200ms")
        .manifest(
            "id,prompt,image,takes",
            row("fox", 2),
            row("owl", 1),
            row("broken", 1),
            row("lost", 1),
            row("html", 1));
  }

  private static String row(String id, int takes) {
    return Rehearsal.row(id) + "," + takes;
  }

  @Test
  void theNextRunMakesItAgainAndKeepsTheOldClip() {
    Typed typed = job.type("redo", "owl");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .containsPattern("The next run makes 1 clip again, for \\$0\\.\\d+; the old clip is kept")
        .contains("Next: dailies run " + job.manifest());
    assertThat(api.posts()).as("redo sends nothing itself").isEmpty();

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("fox", "fox@2", "owl", "owl+2");
    assertThat(api.posts()).hasSize(1);
    assertThat(ran.outcome().current()).containsEntry(DELIVERED, 3L);
    assertThat(ran.view("owl").current()).isFalse();
    assertThat(job.file("owl.mp4")).exists();
    assertThat(job.file("owl+2.mp4")).exists();
  }

  @Test
  void makesOneHoweverOftenItIsTyped() {
    job.type("redo", "owl");
    Typed again = job.type("redo", "owl");

    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.out()).contains("1 clip is planned already; the next run makes it");
    job.run();
    job.run();
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void whereItFailsThatIsNoEditOfARow() throws IOException {
    job.keyFile().type("redo", "owl");
    api.looks("owl", StubbedApi.task("FAILED", ",\"failureCode\":\"INTERNAL\""));

    String said = job.type("run").out();
    api.looks("owl", StubbedApi.succeeded(""));

    assertThat(said).contains("owl+2").doesNotContain("edited row", "same change");
  }

  @Test
  void isMadeOnceWhereARejectsListNamesItToo() {
    job.type("redo", "owl");
    job.run();
    job.from("out/rejects-2026-11-29.csv")
        .manifest("id,prompt,image,replaces", Rehearsal.row("owl") + ",owl");

    Ran ran = job.run();

    assertThat(ran.states()).doesNotContainKey("owl@2");
    assertThat(api.posts("owl")).isEqualTo(1);
  }

  @Test
  void itCanBeMadeAThirdTime() {
    job.type("redo", "owl");
    job.run();

    Typed typedTwice = job.type("redo", "owl");

    assertThat(typedTwice.code()).isEqualTo(2);
    assertThat(typedTwice.err())
        .contains("owl+2 was made again already; once more needs --yes where nobody can be asked");
    assertThat(job.run().code()).as("nothing was planned").isEqualTo(3);
    assertThat(api.posts()).hasSize(1);
    job.type("redo", "owl", "--yes");
    assertThat(job.run().in(DELIVERED)).contains("owl", "owl+2", "owl+3");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void oneTakeCanBeChosen() {
    job.type("redo", "fox@2");

    assertThat(job.run().in(DELIVERED)).containsExactly("fox", "fox+2@2", "fox@2", "owl");
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void aShotIsAllItsTakes() {
    job.type("redo", "fox");

    assertThat(job.run().in(DELIVERED)).containsExactly("fox", "fox+2", "fox+2@2", "fox@2", "owl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"regenerate", "keep", "fail"})
  void noPlanUndoesIt(String onChange) {
    job.type("redo", "owl");
    job.set("on-change", onChange);
    job.manifest("id,prompt,image,takes", row("fox", 2), row("owl", 1), row("new", 1));

    Ran plan = job.plan();

    assertThat(plan.in(PLANNED)).containsExactly("new", "owl+2");
    assertThat(plan.outcome().current()).containsEntry(PLANNED, 2L);
    assertThat(job.run().in(DELIVERED)).contains("owl", "owl+2");
  }

  /** The row says something else by now, but the old clip is wanted as it was. */
  @Test
  void whereEditsAreKeptOutItIsMadeAsItWas() {
    job.set("on-change", "keep");
    job.manifest("id,prompt,image", Rehearsal.row("owl", "another")).plan();

    job.type("redo", "owl");

    assertThat(job.run().in(DELIVERED)).contains("owl", "owl+2");
    assertThat(api.posts("owl")).isEqualTo(1);
  }

  @Test
  void anEditOfItsRowTakesItsPlace() {
    job.type("redo", "owl");
    job.manifest("id,prompt,image", Rehearsal.row("owl", "another"));

    assertThat(job.run().in(DELIVERED)).contains("owl", "owl+2");
    assertThat(api.posts()).hasSize(1);
    assertThat(api.posts("another")).isEqualTo(1);
  }

  @Test
  void whatCannotBeFetchedCanBeMadeAgain() {
    job.type("redo", "html");
    api.clips("html_2", StubbedApi.clip(2_000));

    assertThat(job.run().state("html+2")).isEqualTo(DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "lost, lost is lost: it may still be made and paid for",
    "owl lost, lost is lost: it may still be made and paid for",
    "broken, broken is failed: only a clip that was made can be made again",
    "nobody, there is no task nobody",
    "a@b, cannot be an ID",
    "owl --all-changed, 'name an ID, or --all-changed, and not both'",
  })
  void refusesWithWordsAndChangesNothing(String arguments, String complaint) {
    Typed typed = job.type("redo", arguments.split(" "));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.err()).contains(complaint);
    assertThat(job.plan().in(PLANNED)).isEmpty();
  }

  @Test
  void aRowThatLeftTheManifestIsNotMadeAgain() {
    job.manifest("id,prompt,image", Rehearsal.row("fox")).run();

    Typed typed = job.type("redo", "owl");

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.err()).contains("owl: the newest plan did not see its row");
  }

  @Test
  void changesNothingInADryRun() {
    Typed typed = job.type("redo", "owl", "--dry-run");

    assertThat(typed.out())
        .contains("Nothing changed; 1 clip would be made again, for $")
        .contains("Next: dailies redo " + job.manifest() + " owl");
    assertThat(job.plan().in(PLANNED)).isEmpty();
  }

  @Test
  void saysWhatHasNoPrice() {
    job.manifest(
            "id,prompt,image,model", Rehearsal.row("owl") + ",", Rehearsal.row("new") + ",gen9")
        .run();

    assertThat(job.type("redo", "new", "-n").out())
        .contains("Nothing changed; 1 clip would be made again, at an unknown price");
    assertThat(job.type("redo", "new", "owl", "-n").out())
        .containsPattern(
            "2 clips would be made again, for \\$0\\.\\d+ plus 1 clip of unknown price");
  }

  @Test
  void aProviderWithoutAWorkflowHasNoChangedClips() {
    assertThat(job.type("redo", "--all-changed").out()).contains("Nothing more to make again");
  }

  @Test
  void tellsProgramsWhatItDid() throws Exception {
    assertThat(job.type("redo", "owl", "--json").out())
        .startsWith("{\"message_type\":\"redo\",\"dry_run\":false,\"made_again\":1,")
        .contains("\"waiting\":0,\"next\":\"dailies run ");
    assertThat(Files.exists(job.file("owl.mp4"))).isTrue();
  }
}
