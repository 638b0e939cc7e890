package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code failures.csv} that a person has edited is run as it lies, and never replaced. */
class FailuresKeptTest {

  private static final String FAILURE =
      ",\"failure\":\"it failed\",\"failureCode\":\"SAFETY.INPUT.TEXT\"";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir private Path folder;
  private Rehearsal job;
  private Path failures;

  @BeforeEach
  void runOnce() throws IOException {
    api.looks("yawn", StubbedApi.task("FAILED", FAILURE));
    job =
        new Rehearsal(folder, api.baseUrl())
            .keyFile()
            .manifest("id,prompt,image", Rehearsal.row("cat", "yawn"), Rehearsal.row("owl"));
    assertThat(job.type("run").code()).isEqualTo(3);
    failures = job.file("failures.csv");
  }

  private String edit() throws IOException {
    String edited = Files.readString(failures).replace("yawn", "purr");
    Files.writeString(failures, edited);
    return edited;
  }

  private Typed runFolder() {
    return FrontDoor.type("run", job.output().toString());
  }

  private Typed runFailures() {
    return FrontDoor.type("run", failures.toString());
  }

  @Test
  void thePlanOfItNamesItAsTheNextToRun() throws IOException {
    edit();

    Typed plan = FrontDoor.type("plan", failures.toString());

    assertThat(plan.out())
        .contains("To send: 1 take, $0.32.")
        .containsPattern("Next: .* run " + failures + "\n");
    assertThat(FrontDoor.type("plan", job.output().toString()).out())
        .doesNotContain(" run " + failures);
  }

  @Test
  void staysInARunOfTheWholeListWhichSaysSo() throws IOException {
    String edited = edit();

    String said = runFolder().out();

    assertThat(failures).hasContent(edited);
    assertThat(said)
        .contains("\nKept failures.csv, since it was edited, or run as a list; what failed now is")
        .contains("in failures-2.csv.\n");
    assertThat(job.file("failures-2.csv")).content().contains("yawn");
    assertThat(job.file("report.html")).content().contains("href=\"failures-2.csv\"");
  }

  @Test
  void isReplacedWhereNobodyHasTouchedIt() throws IOException {
    Files.delete(failures);
    assertThat(runFolder().out()).doesNotContain("Kept failures.csv");
    edit();
    runFolder();
    Files.delete(failures);

    assertThat(runFolder().out()).doesNotContain("Kept failures.csv");

    assertThat(failures).content().contains("yawn");
    assertThat(job.file("failures-2.csv")).doesNotExist();
  }

  @Test
  void staysWhileItIsRunUntilAllOfItIsSent() throws IOException {
    String edited = edit();

    Typed run = runFailures();

    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("Kept failures.csv");
    assertThat(failures).hasContent(edited);
    assertThat(job.file("failures-2.csv")).doesNotExist();
    assertThat(runFailures().out()).contains("Nothing to do");
    assertThat(api.posts("purr")).isEqualTo(1);
    assertThat(job.run().in(DELIVERED)).containsExactly("cat+2", "owl");
  }

  @Test
  void whatItDeliversIsToBeChangedInTheJobsOwnListToo() throws IOException {
    edit();

    Typed run = runFailures();
    Typed whole = runFolder();

    assertThat(run.out())
        .contains(
            "1 edited row was delivered; make the same change in shots.csv too, or its next run"
                + " has the old row.\n");
    assertThat(whole.code()).isEqualTo(3);
    assertThat(whole.out())
        .contains("\n    cat was delivered as cat+2, from an edited row\n")
        .containsPattern("Next: make the same change in .*shots.csv, then .* run " + job.output())
        .doesNotContain("edit the row");
    assertThat(FrontDoor.type("status", job.output().toString()).out())
        .contains("Next: make the same change in ");
    assertThat(FrontDoor.type("explain", job.output().toString(), "cat").out())
        .contains(
            "An edited row of it was delivered as cat+2.\n        Make the same change in the list");

    Typed mended =
        job.manifest("id,prompt,image", Rehearsal.row("cat", "purr"), Rehearsal.row("owl"))
            .type("run");
    assertThat(mended.code()).isZero();
    assertThat(mended.out()).doesNotContain("edited row");
    assertThat(api.posts("purr")).isEqualTo(1);
  }

  @Test
  void aPlanOfItLeavesNoTrace() throws IOException {
    edit();
    String status = FrontDoor.type("status", job.output().toString()).out();
    String retry = FrontDoor.type("retry", job.output().toString(), "--class=moderation").out();

    Typed plan = FrontDoor.type("plan", failures.toString());

    assertThat(plan.err()).doesNotContain("a run is under way");
    assertThat(plan.out()).contains("1 row, all valid.\n");
    assertThat(FrontDoor.type("status", job.output().toString()).out())
        .isEqualTo(status)
        .contains("1 delivered, 1 failed");
    assertThat(FrontDoor.type("retry", job.output().toString(), "--class=moderation").out())
        .isEqualTo(retry)
        .contains("1 task was turned down by moderation");
    assertThat(FrontDoor.type("explain", job.output().toString(), "cat").out())
        .doesNotContain("cat+2");
  }

  @Test
  void afterARunOfItRetrySaysWhoseRowsItMeans() throws IOException {
    edit();
    runFailures();

    String told = "The list that was read last is failures.csv; this is about its rows.\n";
    assertThat(FrontDoor.type("status", job.output().toString()).out()).contains(told);
    assertThat(FrontDoor.type("retry", job.output().toString(), "--class=moderation").out())
        .startsWith(told + "No task of the list has failed.\n");
  }

  @Test
  void retryOfWhatWasEditedSaysThatItIsPlanned() throws IOException {
    job.manifest("id,prompt,image", Rehearsal.row("cat", "purr"), Rehearsal.row("owl"));
    FrontDoor.type("plan", job.output().toString());

    Typed retry = FrontDoor.type("retry", job.output().toString(), "cat");

    assertThat(retry.code()).isEqualTo(2);
    assertThat(retry.err() + retry.out())
        .contains("cat+2 is not sent: its row is edited already, and the next run has the new one")
        .doesNotContain("edit its prompt first");
  }
}
