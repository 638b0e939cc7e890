package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Plan;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of tasks when the manifest changes, is bad, or is gone. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ManifestTest {

  private static final String HEADER = "id,prompt,image";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  private static Plan plan(Ran ran) {
    return Objects.requireNonNull(ran.outcome().plan());
  }

  @Test
  void isNotReadAgainUnlessItOrTheSettingsChanged() {
    Rehearsal job = job().rows(3);
    long first = plan(job.run()).number();

    Ran unchanged = job.run();
    Ran otherSettings = job.set("admission", "valid").run();

    assertThat(plan(unchanged).number()).isEqualTo(first);
    assertThat(unchanged.code()).isZero();
    assertThat(unchanged.outcome().didNothing()).isTrue();
    assertThat(plan(otherSettings).number()).isEqualTo(first + 1);
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void isFollowedByWhatWasNotSentYet() {
    Rehearsal job = job().shots("kept", "edited", "removed").set("limit", "0");
    Ran planned = job.run();
    job.manifest(
        HEADER, Rehearsal.row("kept"), Rehearsal.row("edited", "anew"), Rehearsal.row("added"));
    Ran changed = job.set("limit", "5").run();
    job.manifest(HEADER, Rehearsal.row("removed", "back"));

    Ran back = job.run();

    assertThat(planned.in(PLANNED)).containsExactly("edited", "kept", "removed");
    assertThat(changed.states())
        .as("what is withdrawn is in no account")
        .containsOnlyKeys("kept", "edited", "added")
        .allSatisfy((name, state) -> assertThat(state).isEqualTo(DELIVERED));
    assertThat(api.posts("anew")).isEqualTo(1);
    assertThat(api.posts("edited")).isZero();
    assertThat(back.in(DELIVERED)).containsExactly("added", "edited", "kept", "removed");
    assertThat(back.outcome().count(DELIVERED)).as("of the newest manifest").isEqualTo(1);
    assertThat(api.posts()).hasSize(4);
  }

  @Test
  void keepsEverythingBackWhileOneRowIsBad() {
    Ran ran = badRow(job()).run();

    assertThat(ran.in(PLANNED)).containsExactly("shot-01", "shot-03");
    assertThat(ran.count(REJECTED)).isEqualTo(1);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.stop(Kind.INPUT).text()).contains("1 of 3 rows");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void letsTheGoodRowsRunIfThatIsWanted() {
    Ran ran = badRow(job()).set("admission", "valid").run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-03");
    assertThat(ran.in(REJECTED)).containsExactly("line:3");
    assertThat(ran.code()).isEqualTo(3);
  }

  private static Rehearsal badRow(Rehearsal job) {
    return job.manifest(
        HEADER, Rehearsal.row("shot-01"), "shot-02,no image,ftp://x", Rehearsal.row("shot-03"));
  }

  @Test
  void asksForAShotOnlyOnce() {
    Rehearsal job =
        job()
            .set("admission", "valid")
            .manifest(
                HEADER, Rehearsal.row("a"), Rehearsal.row("b"), Rehearsal.row("A", "another"));

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("a", "b");
    assertThat(ran.reason("line:4")).contains("line 2 asks for the same shot");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void asksForEveryTake() {
    Rehearsal job =
        job()
            .manifest(
                HEADER + ",takes,seed", Rehearsal.row("a") + ",3,7", Rehearsal.row("b") + ",,");

    Ran ran = job.run();

    assertThat(ran.in(DELIVERED)).containsExactly("a", "a@2", "a@3", "b");
    assertThat(List.of("a.mp4", "a@2.mp4", "a@3.mp4"))
        .allMatch(name -> Files.exists(job.file(name)));
    assertThat(api.posts())
        .filteredOn(post -> post.getBodyAsString().contains("\"a\""))
        .extracting(post -> post.getBodyAsString().replaceAll(".*\"seed\":(\\d+).*", "$1"))
        .containsExactlyInAnyOrder("7", "8", "9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "unreadable"})
  void isNotNeededToFetchWhatIsPaid(String how) throws IOException {
    api.looks(StubbedApi.running());
    Rehearsal job = job().rows(3).api("window", "2").api("deadline", "200ms");
    Ran first = job.run();
    api.looks(StubbedApi.succeeded(""));
    if (how.equals("missing")) {
      Files.delete(job.manifest());
    } else {
      job.manifest(HEADER, Rehearsal.row("shot-01"), "shot-02,\"never closed");
    }

    Ran second = job.run();
    Ran third = job.rows(3).run();

    assertThat(first.count(SUBMITTED)).isEqualTo(2);
    assertThat(second.count(DELIVERED)).isEqualTo(2);
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.stop(Kind.INPUT).text()).contains("shots.csv");
    assertThat(api.posts("shot-03")).isEqualTo(1);
    assertThat(third.count(DELIVERED)).isEqualTo(3);
    assertThat(third.code()).isZero();
  }

  @Test
  void makesAnEditedShotAgainBesideTheOldClip() {
    Rehearsal job = job().rows(2);
    job.run();

    Ran ran = edit(job).run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-01+2", "shot-02");
    assertThat(plan(ran).counts().regenerated()).isEqualTo(1);
    assertThat(job.file("shot-01.mp4")).exists();
    assertThat(job.file("shot-01+2.mp4")).exists();
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void keepsTheOldClipOfAnEditedShotIfThatIsWanted() {
    Rehearsal job = job().rows(2).set("on-change", "keep");
    job.run();

    Ran ran = edit(job).run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-02");
    assertThat(ran.code()).isZero();
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void mayForbidEdits() {
    Rehearsal job = job().rows(2).set("on-change", "fail");
    job.run();

    Ran ran = edit(job).run();

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.stop(Kind.INPUT).text())
        .isEqualTo("1 row was edited although its clip is there (on-change: fail)");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void saysOnceOfARowWithSeveralTakesThatItsEditIsForbidden() {
    Rehearsal job = job().manifest(HEADER + ",takes", Rehearsal.row("shot-01") + ",3");
    job.set("on-change", "fail").run();

    Ran ran = job.manifest(HEADER + ",takes", Rehearsal.row("shot-01", "edited") + ",3").run();

    assertThat(ran.stop(Kind.INPUT).text())
        .isEqualTo("1 row was edited although its clip is there (on-change: fail)");
  }

  private static Rehearsal edit(Rehearsal job) {
    return job.manifest(HEADER, Rehearsal.row("shot-01", "edited"), Rehearsal.row("shot-02"));
  }

  @Test
  void letsAnEditWaitForTheTaskInFlight() {
    api.looks("shot-01", StubbedApi.running());
    Rehearsal job = job().rows(2).api("deadline", "200ms");
    job.run();
    api.looks("shot-01", StubbedApi.succeeded(""));

    Ran waits = edit(job).run();
    Ran after = job.run();

    assertThat(plan(waits).counts().waitingEdits()).isEqualTo(1);
    assertThat(waits.in(DELIVERED)).containsExactly("shot-01", "shot-02");
    assertThat(after.in(DELIVERED)).containsExactly("shot-01", "shot-01+2", "shot-02");
    assertThat(api.posts("shot-01")).isEqualTo(1);
    assertThat(api.posts("edited")).isEqualTo(1);
  }

  @Test
  void isReadAnewAfterAStopThatWithdrawsNothing() {
    Rehearsal job = job().rows(3).set("limit", "0");
    job.run();
    Ran stopped;
    try (JobContext context = job.rows(5).open()) {
      context.stop(StopReason.of(Kind.TERMINATED, "stopped by a test"));
      stopped = job.run(context);
    }

    Ran next = job.set("limit", "9").run();

    assertThat(stopped.code()).isEqualTo(143);
    assertThat(stopped.count(PLANNED)).isEqualTo(3);
    assertThat(plan(stopped).isAdmitted()).isFalse();
    assertThat(next.count(DELIVERED)).isEqualTo(5);
  }

  @Test
  void mayHaveColumnsOfItsOwnThatMakeNoEdit() throws IOException {
    Rehearsal job =
        job().manifest("Scene," + HEADER + ",Status", "SC01," + Rehearsal.row("a") + ",=todo");
    job.run();
    String sidecar = Files.readString(job.file("a.json"));

    Ran again =
        job.manifest("Scene," + HEADER + ",Status", "SC01," + Rehearsal.row("a") + ",done").run();

    assertThat(again.in(DELIVERED)).containsExactly("a");
    assertThat(plan(again).counts().regenerated()).isZero();
    assertThat(api.posts()).hasSize(1);
    assertThat(sidecar).contains("\"Scene\" : \"SC01\"", "\"Status\" : \"=todo\"");
    assertThat(Files.readString(job.file("results.csv")))
        .contains(",ratio,Scene,Status\n")
        .endsWith(",SC01,done\n");
    assertThat(Files.readString(job.file("report.html"))).contains("\"SC01\"");
  }

  @Test
  void mayBeWrittenOtherwiseWithoutAnEdit() {
    Rehearsal job =
        job().manifest(HEADER + ",duration,ratio", Rehearsal.row("SC01_SH010") + ",5,1280:720");
    job.run();

    Ran again =
        job.manifest(
                "Shot ID,Description,First Frame,Length,Aspect Ratio",
                Rehearsal.row("SC01/SH010", "SC01_SH010") + ",5 sec,16:9")
            .run();

    assertThat(again.in(DELIVERED)).containsExactly("SC01_SH010");
    assertThat(again.code()).isZero();
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void isOnlyPlannedWhenNothingShallBeSent() {
    Ran ran = job().rows(3).plan();

    assertThat(ran.count(PLANNED)).isEqualTo(3);
    assertThat(api.posts()).isEmpty();
  }
}
