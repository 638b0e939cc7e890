package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A take that was turned down is replaced once, and its shot keeps the new one. */
@TestInstance(Lifecycle.PER_CLASS)
class RetakeTest {

  private static final String HEADER = "id,prompt,image,seed,takes";
  private static final String REJECTS = "id,prompt,image,seed,takes,job,replaces";

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Snapshot before;

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    this.folder = folder;
    assertThat(night().run().in(DELIVERED)).containsExactly("fox", "fox@2", "fox@3", "owl");
    before = Snapshot.of(night().output());
  }

  @BeforeEach
  void begin() {
    before.restore();
    api.server.resetRequests();
  }

  private Rehearsal night() {
    return night(
        "fox,fox,https://example.org/cat.jpg,7,3", "owl,owl,https://example.org/cat.jpg,,");
  }

  private Rehearsal night(String... rows) {
    return new Rehearsal(folder, api.baseUrl()).from("shots.csv").manifest(HEADER, rows);
  }

  private Rehearsal rejects(String... rows) {
    return rejectsIn("out/rejects-2026-11-29.csv", rows);
  }

  private Rehearsal rejectsIn(String file, String... rows) {
    return new Rehearsal(folder, api.baseUrl()).from(file).manifest(REJECTS, rows);
  }

  private static String row(String id, String prompt, String replaces) {
    return id + "," + prompt + ",https://example.org/cat.jpg,,9,,\"" + replaces + "\"";
  }

  private static String fox(String replaces) {
    return row("fox", "fox", replaces);
  }

  private int sent() {
    return api.posts().size();
  }

  @Test
  void isMadeOnceHoweverOftenItIsAskedFor() {
    Ran first = rejects(fox("fox@2, fox@3"), row("owl", "owl", "owl")).run();
    assertThat(first.in(DELIVERED))
        .containsExactly("fox", "fox@2", "fox@3", "fox@4", "fox@5", "owl", "owl@2");
    assertThat(sent()).isEqualTo(3);

    rejects(fox("fox@2, fox@3"), row("owl", "owl", "owl")).run();
    rejectsIn("out/rejects (1).csv", fox("fox@3"), row("owl", "owl", "OWL")).run();
    night().run();
    rejectsIn("copy.csv", fox("fox@3, fox@2")).run();

    assertThat(sent()).isEqualTo(3);
  }

  @Test
  void oneMoreRejectIsOneMoreTake() {
    rejects(fox("fox@2")).run();

    Ran ran = rejects(fox("fox@2, fox@3")).run();

    assertThat(ran.in(DELIVERED)).containsExactly("fox", "fox@2", "fox@3", "fox@4", "fox@5", "owl");
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void canBeReplacedItself() {
    rejects(fox("fox@2")).run();

    assertThat(rejects(fox("fox@2, fox@4")).run().in(DELIVERED)).contains("fox@5");
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void belongsToItsShotInEveryLaterRun() {
    rejects(fox("fox@2")).run();

    Ran ran = night().run();

    assertThat(ran.view("fox@4").current()).isTrue();
    assertThat(ran.outcome().current()).containsEntry(DELIVERED, 5L);
    assertThat(night("fox,fox,https://example.org/cat.jpg,7,4").run().state("fox@4"))
        .isEqualTo(DELIVERED);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void aRunOfRejectsHasTheWholeNightInSight() {
    Ran ran = rejects(fox("fox@2")).run();

    assertThat(ran.outcome().current()).containsEntry(DELIVERED, 5L);
    assertThat(ran.view("owl").current()).isTrue();
  }

  @Test
  void keepsARequestOfItsOwn() {
    rejects(row("fox", "a slow fox", "fox@2")).run();
    assertThat(api.posts("a slow fox")).isEqualTo(1);

    night("fox,fox,https://example.org/cat.jpg,7,4", "owl,owl,https://example.org/cat.jpg,,").run();
    assertThat(sent()).as("the fourth take is there").isEqualTo(1);

    Ran edited =
        night("fox,vixen,https://example.org/cat.jpg,7,4", "owl,owl,https://example.org/cat.jpg,,")
            .run();
    assertThat(edited.states()).containsKeys("fox+2", "fox+2@2", "fox+2@3", "fox@4");
    assertThat(edited.states()).doesNotContainKey("fox+2@4");
    rejects(row("fox", "a quick fox", "fox@2")).run();
    assertThat(api.posts("a quick fox")).isZero();
  }

  @Test
  void aPlanAloneOrdersNothing() {
    Ran plan = rejects(fox("fox@2")).plan();
    assertThat(plan.in(PLANNED)).containsExactly("fox@4");

    Ran ran = night("fox,fox,https://example.org/cat.jpg,7,3").run();

    assertThat(sent()).isZero();
    assertThat(ran.states()).doesNotContainKey("fox@4");
    assertThat(rejects(fox("fox@2")).run().in(DELIVERED)).contains("fox@4");
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void thatARunLeftUnsentIsMadeByTheNextOne() {
    rejects(fox("fox@2, fox@3")).set("limit", "1").run();
    assertThat(sent()).isEqualTo(1);

    Ran ran = night().run();

    assertThat(ran.in(DELIVERED)).contains("fox@4", "fox@5");
    rejects(fox("fox@2, fox@3")).run();
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void ofATakeThatIsNotHereIsRefused() {
    Ran ran = rejects(fox("fox@9")).run();

    assertThat(sent()).isZero();
    assertThat(ran.reason("line:2")).contains("this folder has no such take of fox");
  }

  @Test
  void isAskedForByOneRow() {
    Ran ran = rejects(fox("fox@2"), row("fox", "slow", "fox@2")).set("admission", "valid").run();

    assertThat(ran.reason("line:3")).contains("line 2 asks for a new take of it already");
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void thatFailedHasARowOfItsOwnInTheFailures() throws IOException {
    api.looks("doomed", StubbedApi.task("FAILED", ",\"failureCode\":\"SAFETY.INPUT.TEXT\""));
    rejects(row("fox", "doomed", "fox@2")).run();
    Ran ran = night().run();

    assertThat(ran.state("fox@4")).isEqualTo(FAILED);
    List<String> failures = Files.readAllLines(folder.resolve("out/failures.csv"));
    assertThat(failures).hasSize(2);
    assertThat(failures.get(1)).contains("doomed").contains("fox@2");
    new Rehearsal(folder, api.baseUrl()).from("out/failures.csv").run();
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void thatFailedIsMadeAsItsEditedRowSays() throws IOException {
    api.looks("doomed", StubbedApi.task("FAILED", ",\"failureCode\":\"SAFETY.INPUT.TEXT\""));
    night().keyFile().type("run");
    Rehearsal rejects = rejects(row("fox", "doomed", "fox@2"));
    String said = FrontDoor.type("run", rejects.manifest().toString()).out();
    assertThat(said)
        .containsPattern("edit the row fox in .*/failures.csv, then .* run .*/failures.csv\n");
    Path failures = folder.resolve("out/failures.csv");
    Files.writeString(failures, Files.readString(failures).replace("doomed", "dawn"));

    Typed edited = FrontDoor.type("run", failures.toString());
    FrontDoor.type("run", failures.toString());
    FrontDoor.type("run", rejects.output().toString());

    assertThat(edited.code()).as("%s", edited).isZero();
    assertThat(api.posts("dawn")).isEqualTo(1);
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void thatIsHereStaysAsItIsWhateverItsRowSaysNow() {
    rejects(row("fox", "fox by night", "fox@2")).run();

    Ran ran = rejects(row("fox", "fox by day", "fox@2")).run();

    assertThat(ran.state("fox@4")).isEqualTo(DELIVERED);
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void whatFailedBesideARetakeIsEditedAndRunInTheJobsOwnList() throws IOException {
    api.looks("gloom", StubbedApi.task("FAILED", ",\"failureCode\":\"SAFETY.INPUT.TEXT\""));
    String fox = "fox,fox,https://example.org/cat.jpg,7,3";
    night(fox, "elk,gloom,https://example.org/cat.jpg,,").keyFile().type("run");
    Rehearsal rejects = rejects(fox("fox@2")).keyFile();

    String said = FrontDoor.type("run", rejects.manifest().toString()).out();

    String next = " in shots.csv, then .* run " + rejects.output() + "\n";
    assertThat(said)
        .containsPattern("\n    edit the row" + next)
        .containsPattern("Next: edit the row elk" + next);
    assertThat(FrontDoor.type("retry", rejects.manifest().toString()).out())
        .containsPattern("Next: edit the prompt elk in shots.csv, then .* run " + rejects.output());
    String output = rejects.output().toString();
    assertThat(FrontDoor.type("status", output).out())
        .contains(
            "This is about what was sent of shots.csv, with the takes that"
                + " rejects-2026-11-29.csv asked for.\n")
        .contains("1 failed")
        .containsPattern("Next: edit the row elk, then .* run " + output + "\n");
    night(fox, "elk,dawn,https://example.org/cat.jpg,,");
    assertThat(FrontDoor.type("run", output).code()).isZero();
    assertThat(api.posts("dawn")).isEqualTo(1);
  }

  @Test
  void aTakeThatIsNoLongerAskedForStaysIfItIsThere() {
    Ran ran = night("fox,fox,https://example.org/cat.jpg,7,2").run();

    assertThat(ran.view("fox@3").current()).isTrue();
    assertThat(ran.in(WITHDRAWN)).isEmpty();
    assertThat(sent()).isZero();
  }

  @Test
  void isKnownAgainWhenTheLedgerIsMadeAnewFromTheClips() throws IOException {
    rejects(row("fox", "creep", "fox@2")).run();
    FileSystemUtils.deleteRecursively(night().file(".dailies"));

    Typed typed = night().type("recover", "--yes");

    assertThat(typed.out()).as("%s", typed).contains("Took in 5 tasks as paid, $");
    assertThat(night().run().view("fox@4").current()).isTrue();
    rejects(row("fox", "creep", "fox@2")).run();
    assertThat(sent()).isEqualTo(1);
  }

  /** The journal knows the task by then, and not what it replaces. */
  @Test
  void isNotPaidAgainByALedgerThatWasPutBack() throws IOException {
    Path database = night().file(".dailies/db");
    Path copy = folder.resolve("copy");
    FileSystemUtils.copyRecursively(database, copy);
    rejects(fox("fox@2")).run();
    FileSystemUtils.deleteRecursively(database);
    Files.move(copy, database);
    for (String file : List.of("fox@4.mp4", "fox@4.json")) {
      Files.delete(night().file(file));
    }

    Ran ran = rejects(fox("fox@2")).run();

    assertThat(ran.in(DELIVERED)).containsExactly("fox", "fox@2", "fox@3", "fox@4", "owl");
    assertThat(sent()).isEqualTo(1);
  }
}
