package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a run tells this run from the job, and what to do first comes first. */
class SummaryTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void writeRows() throws IOException {
    job = new Rehearsal(folder, api.baseUrl()).rows(3).keyFile();
  }

  @Test
  void aListWithoutRowsIsSaidToHaveNone() {
    assertThat(job.manifest("id,prompt,image").type("run").out())
        .startsWith("Nothing to do: the list has no rows\n");
  }

  @Test
  void aRunThatHasNothingToDoSaysWhatWasDoneBefore() {
    job.type("run");

    Typed again = job.type("run");

    assertThat(again.out().lines().toList())
        .contains("Nothing to do; 3 were delivered before, $0.96 in all runs")
        .noneMatch(line -> line.contains("Spent"));
  }

  @Test
  void tellsWhatThisRunHasDoneFromWhatTheJobHas() {
    job.type("run", "--limit=2");

    Typed second = job.type("run");

    assertThat(second.out())
        .contains("3 delivered (1 in this run) in 0:00:")
        .containsPattern("Spent \\$[0-9.]+ in this run, \\$[0-9.]+ in all runs");
  }

  @Test
  void countsRunsWhateverTheirFlagsAndTheirEnds() throws IOException {
    job.type("run", "--limit=1");
    job.type("run", "--limit=2", "--dailies.log-level=debug");
    job.type("plan");
    job.type("run");
    job.type("report");

    assertThat(Files.readString(job.file("summary.json"))).contains("\"run\" : 3");
  }

  @Test
  void listsDoubtsFirstAndFailuresByTheirReasons() {
    job.rows(5);
    api.creates("shot-01", StubbedApi.error(400, "the prompt is too long"));
    api.creates("shot-02", StubbedApi.error(400, "the prompt is too long"));
    api.creates("shot-04", StubbedApi.error(500, "oops"));

    String out = job.type("run").out();

    assertThat(out).containsOnlyOnce("no: the prompt is too long");
    assertThat(out.lines().toList()).first().asString().startsWith("shot-04  in doubt: ");
    assertThat(out)
        .contains("2 refused: shot-01, shot-02\n")
        .containsPattern("\n    edit the rows, then .* run ")
        .doesNotContain("Exit ");
  }

  @Test
  void aFullDiskIsNotUnexpected() {
    Typed run = job.type("run", "--dailies.download.keep-free=8000TB");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("The disk is full: ", "Next: free some space, then ")
        .doesNotContain("unexpected");
  }

  @Test
  void aTimeLimitClaimsNoTasksThatRun() throws IOException {
    Typed run = job.type("run", "--time-limit=1ms");

    assertThat(run.code()).as("%s", run).isEqualTo(10);
    assertThat(run.out())
        .contains("The time limit of 1 ms is reached.", "3 not sent")
        .doesNotContain("still");
    assertThat(Files.readString(job.file("summary.json")))
        .doesNotContain("still running", "still being made");
  }

  @Test
  void runStatusAndVerifyCountTheSameClips() {
    job.type("run");
    job.manifest(
        "id,prompt,image",
        Rehearsal.row("shot-01", "another"),
        Rehearsal.row("shot-02"),
        Rehearsal.row("shot-03"));

    assertThat(job.type("run").out())
        .contains("3 delivered (1 in this run), and 1 earlier clip, in 0:00:");
    assertThat(job.type("status").out()).contains("3 delivered, and 1 earlier clip\n");
    assertThat(job.type("verify").out()).contains("4 files (3 delivered, and 1 earlier clip), ");
    assertThat(job.type("run").out())
        .contains("3 were delivered before, and 1 earlier clip, $1.28 in all runs");
  }

  @Test
  void whatHasNoPriceIsToldOfThisRunAndOfAll() {
    String row = ",A fox,https://example.org/fox.jpg,gen9";
    job.manifest("id,prompt,image,model", "a" + row).type("run");

    String run = job.manifest("id,prompt,image,model", "a" + row, "b" + row).type("run").out();

    assertThat(run)
        .contains(
            "Spent 1 task of unknown price in this run, 2 tasks of unknown price in all runs\n");
  }

  @Test
  void aFetchClaimsNoMoreThanTheFinishedClips() throws IOException {
    api.creates("shot-01", StubbedApi.error(500, "oops"));
    job.type("run");
    Files.delete(job.file("shot-02.mp4"));

    Typed fetch = job.type("fetch");

    assertThat(fetch.code()).as("%s", fetch).isZero();
    assertThat(fetch.out())
        .contains("Every finished clip was fetched; 1 task is in doubt.\n")
        .containsPattern("\nNext: dailies resolve \\S+\n");
  }

  @Test
  void whoeverIsToldToEditARowHearsOfAllItsTakes() {
    job.manifest("id,prompt,image,takes", Rehearsal.row("cat") + ",2", Rehearsal.row("dog") + ",");
    api.looks("cat_2", failed("ASSET.INVALID"));
    String made = " (its 2 takes are made again, about $0.64), then dailies run ";
    String edit = "edit the row cat" + made;

    assertThat(job.type("run").out())
        .contains("1 failed: cat", "    edit the row" + made, "Next: " + edit);
    assertThat(next()).startsWith(edit);
    assertThat(job.type("retry").out()).contains("Next: " + edit);
    assertThat(job.type("explain", "cat").out())
        .contains("Edit the row and run again: its 2 takes are made again, about $0.64.\n");
  }

  @Test
  void afterADeletedClipWasSeenItIsFetchedFirst() throws IOException {
    api.creates("shot-01", StubbedApi.error(400, "the prompt is too long"));
    job.type("run");
    Files.delete(job.file("shot-02.mp4"));

    Typed run = job.type("run");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).containsPattern("\nNext: dailies fetch \\S+\n");
    assertThat(next()).startsWith("dailies fetch ");
    assertThat(job.type("status").out()).contains("2 delivered", "\nshot-02  shot-02.mp4 is ");
    api.clips("shot-02", StubbedApi.error(404, "gone"));
    assertThat(job.type("fetch").out())
        .contains("shot-02.mp4")
        .containsPattern("\nNext: edit the row shot-01, then dailies run \\S+\n");
  }

  @Test
  void whereDoubtsAndUnsentRowsAreLeftBothAreNamed() {
    api.creates("shot-01", StubbedApi.error(500, "oops"));

    Typed run = job.type("run", "--limit=1");

    assertThat(run.code()).isEqualTo(12);
    assertThat(run.out())
        .containsPattern("\nNext: dailies resolve \\S+, then (dailies run \\S+|run again)\n")
        .doesNotContain("--limit=1");
    assertThat(next()).matches("dailies resolve \\S+, then (dailies run \\S+|run again)");
  }

  @Test
  void afterAFetchARunGoesOnWithWhatIsLeft() throws IOException {
    job.type("run", "--limit=1");
    Files.delete(job.file("shot-01.mp4"));

    assertThat(job.type("fetch").out())
        .contains("Every finished clip was fetched.\n")
        .containsPattern("\nNext: dailies run \\S+\n");
  }

  @Test
  void aDoubtOfAnEarlierListIsToldAsSuch() {
    api.creates("shot-03", StubbedApi.error(500, "oops"));
    job.type("run");

    assertThat(job.rows(2).type("run").out())
        .contains("Every row is delivered; 1 task of an earlier list is in doubt.\n");
  }

  @Test
  void whatFailedForSeveralReasonsHasOneFirstStep() {
    api.creates("shot-01", StubbedApi.error(400, "the prompt is too long"));
    api.looks("shot-02", failed("INTERNAL.BAD"));

    assertThat(job.type("run").out())
        .contains(" --code=INTERNAL.BAD plans it again; the next run pays $0.32\n")
        .containsPattern("\nNext: dailies retry \\S+\n");
  }

  @Test
  void whereNothingMaySucceedAsItIsTheRowsAreEditedFirst() {
    api.creates("shot-01", StubbedApi.error(400, "the prompt is too long"));
    api.looks("shot-02", failed("SAFETY.INPUT"));

    assertThat(job.type("run").out())
        .containsPattern("\nNext: edit the rows shot-01, shot-02, then dailies run \\S+\n");
  }

  @Test
  void whatAPersonHasLetGoIsNoneOfTheRowsToEdit() {
    api.creates("shot-01", StubbedApi.error(500, "oops"));
    job.type("run");
    job.type("resolve", "shot-01", "--give-up");

    Typed letGo = job.type("run");

    assertThat(letGo.code()).isEqualTo(3);
    assertThat(letGo.out())
        .containsPattern("\n    if wanted after all: .* --code=GIVEN_UP \\(paid once more\\)\n")
        .contains("\nNext: open the report\n")
        .doesNotContain("edit the row");
    assertThat(next()).isEqualTo("open the report");
    assertThat(job.type("retry").out()).contains("Next: open the report\n");

    api.creates("shot-04", StubbedApi.error(400, "the prompt is too long"));
    api.looks("shot-05", failed("SAFETY.INPUT"));
    assertThat(job.rows(5).type("run").out())
        .containsPattern("\nNext: edit the rows shot-04, shot-05, then dailies run \\S+\n");
    assertThat(job.type("retry", "-n").out())
        .containsPattern("\nNext: edit the prompt shot-05, then dailies run \\S+\n");
  }

  private static ResponseDefinitionBuilder failed(String code) {
    return StubbedApi.task("FAILED", ",\"failure\":\"it failed\",\"failureCode\":\"" + code + "\"");
  }

  @Test
  void aLimitThatTheRestFitsInSendsItAll() {
    assertThat(job.type("run", "--limit=2").out())
        .contains("\n1 take is left, $0.32.\n")
        .containsPattern("\nNext: dailies run \\S+\n");
  }

  @Test
  void whatIsSettledIsInDoubtNoMore() throws IOException {
    api.creates("shot-01", StubbedApi.error(500, "oops"));
    assertThat(job.type("run").out()).contains("Spent $0.64, in doubt $0.32\n");

    job.type("resolve", "shot-01", "--give-up");

    assertThat(job.type("run").out())
        .contains(
            "Nothing spent in this run, $0.64 in all runs; $0.32 of doubts that you have settled"
                + " may have been paid\n");
    assertThat(job.type("status").out())
        .contains("$0.64 spent; $0.32 of doubts that you have settled may have been paid\n");
    assertThat(Files.readString(job.file("report.html")))
        .contains("$0.32 of settled doubts may have been paid");
  }

  @Test
  void onlyWhatIsInDoubtNowIsCountedAsInDoubt() {
    api.creates("shot-01", StubbedApi.error(500, "oops"));
    api.creates("shot-02", StubbedApi.error(500, "oops"));
    job.type("run");

    job.type("resolve", "shot-01", "--resubmit");

    assertThat(job.type("status").out())
        .contains("1 in doubt", "$0.32 in doubt; $0.32 of doubts that you have settled may");
  }

  @Test
  void statusSaysWhatToTypeNext() {
    assertThat(job.type("status").out()).startsWith("Nothing was run yet\nNext: dailies plan ");
    job.type("plan");
    assertThat(next()).startsWith("dailies run ");
    api.creates("shot-01", StubbedApi.error(500, "oops"));
    api.looks("shot-02", failed("INTERNAL.BAD"));
    job.type("run");
    assertThat(next()).startsWith("dailies resolve ");
    job.type("resolve", "shot-01", "--resubmit");
    assertThat(next()).startsWith("dailies run ");
    job.type("resolve", "shot-01", "--undo");
    job.type("resolve", "shot-01", "--give-up");
    assertThat(next()).startsWith("dailies retry ");
    job.rows(4).manifest("id,prompt,image", Rehearsal.row("shot-03"), "shot-04,,").type("plan");
    assertThat(next()).startsWith("dailies plan ");
    job.manifest("id,prompt,image", Rehearsal.row("shot-03")).type("run");
    assertThat(next()).isEqualTo("open the report");
    assertThat(job.type("status", "--json").out()).contains("\"next\":\"open the report\"");
  }

  private String next() {
    String last = job.type("status").out().lines().reduce((one, other) -> other).orElseThrow();
    assertThat(last).startsWith("Next: ");
    return last.substring("Next: ".length());
  }

  @Test
  void fetchDoesNotEndAsIfAllWereWell() throws IOException {
    api.looks(
        "shot-01",
        StubbedApi.task("FAILED", ",\"failure\":\"too dark\",\"failureCode\":\"INTERNAL.BAD\""));
    job.type("run");
    Files.delete(job.file("shot-02.mp4"));

    assertThat(job.type("fetch").out())
        .contains("1 failed at the provider")
        .contains("Next: dailies retry ")
        .doesNotContain("open the report");
  }
}
