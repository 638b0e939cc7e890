package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The way back from a ledger that knows less than the clips beside it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RecoverTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void prepare() {
    job = new Rehearsal(folder, api.baseUrl());
  }

  @Test
  void takesInWhatWasPaidForWhenAllElseIsGone() throws IOException {
    Ran before = job.rows(3).run();
    String name = Files.readString(job.file(".dailies/job"));
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    assertThat(refused("run")).contains("it does not know 3 clips", "'recover'");

    Typed dry = job.type("recover", "-n");
    assertThat(dry.code()).as("%s", dry).isZero();
    assertThat(dry.out())
        .contains("shot-01  shot-01.mp4, $", "Nothing changed; 3 tasks can be taken in, $");
    assertThat(refused("plan")).contains("it does not know 3 clips");
    assertThat(job.type("recover").err()).contains("needs --yes");

    Typed typed = job.type("recover", "--yes");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .contains("Took in 3 tasks as paid, $", "Not known", "provider's console")
        .contains("Next: dailies run " + job.output());
    assertThat(job.file(".dailies/job")).hasContent(name);
    assertThatNothingIsSentFor(3);
    TaskView view = job.plan().view("shot-02");
    assertThat(view.current()).isTrue();
    assertThat(view.outputs()).extracting("file").isEqualTo(files(before.view("shot-02")));
    SentAttempt attempt = Objects.requireNonNull(view.attempt());
    SentAttempt sent = Objects.requireNonNull(before.view("shot-02").attempt());
    assertThat(attempt.ticket()).isEqualTo(sent.ticket());
    assertThat(attempt.price()).isEqualTo(sent.price());
    assertThat(attempt.intendedAt()).isEqualTo(sent.intendedAt());
    assertThat(job.type("verify").code()).isZero();
  }

  @Test
  void runAgainItFindsNothingMore() throws IOException {
    job.rows(2).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    assertThat(recover().out()).contains("Took in 2 tasks as paid, $");

    assertThat(recover().out()).contains("knows every clip").doesNotContain("Not known");
    assertThatNothingIsSentFor(2);
    assertThat(recover().out()).contains("knows every clip");
    assertThat(job.rows(3).run().in(DELIVERED)).hasSize(3);
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void putsTheNewestCopyBackAndTakesInWhatItDoesNotKnow() throws IOException {
    job.rows(1).run();
    job.rows(3).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies/db"));
    FileSystemUtils.deleteRecursively(job.file(".dailies/copy-1"));
    Files.delete(job.file(".dailies/journal"));
    assertThat(refused("run")).contains("'recover'", "copy-2");
    assertThat(job.type("recover", "-n").out())
        .contains("copy-2 can be put back; nothing is changed yet.");
    assertThat(job.file(".dailies/db")).doesNotExist();

    Typed typed = recover();

    assertThat(typed.out())
        .contains("copy-2 is put back", "shot-02  shot-02.mp4", "Took in 2 tasks as paid, $")
        .contains("sent after ");
    assertThatNothingIsSentFor(3);
  }

  @Test
  void saysWhatNobodyCanKnowWhenTheJournalIsGoneToo() throws IOException {
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies/db"));
    assertThat(recover().out()).contains("knows every clip").doesNotContain("Not known");

    FileSystemUtils.deleteRecursively(job.file(".dailies/db"));
    Files.delete(job.file(".dailies/journal"));
    assertThat(recover().out()).contains("knows every clip", "Not known: what was in flight");
  }

  @Test
  void takesInWhatAnOldLedgerHasPlannedOnly() throws IOException {
    job.rows(3).set("limit", "1").run();
    Path old = folder.resolve("old");
    FileSystemUtils.copyRecursively(job.file(".dailies"), old);
    job.set("limit", "9").run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    FileSystemUtils.copyRecursively(old, job.file(".dailies"));
    assertThat(refused("run")).contains("it does not know 2 clips", "'recover'");

    assertThat(recover().out()).contains("Took in 2 tasks as paid, $");

    assertThatNothingIsSentFor(3);
  }

  @Test
  void readsAnUnchangedManifestAgainSinceItsRowsHaveOtherTasksNow() throws IOException {
    job.rows(1).run();
    job.manifest("id,prompt,image", Rehearsal.row("shot-01", "dog")).plan();
    Path old = folder.resolve("old");
    FileSystemUtils.copyRecursively(job.file(".dailies"), old);
    job.run();
    assertThat(job.type("redo", "shot-01", "--yes").code()).isZero();
    assertThat(job.run().in(DELIVERED)).contains("shot-01+3");
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    FileSystemUtils.copyRecursively(old, job.file(".dailies"));
    Files.delete(job.file("shot-01+2.mp4"));
    Files.delete(job.file("shot-01+2.json"));

    assertThat(recover().out()).contains("shot-01+3  shot-01+3.mp4", "Took in 1 task as paid, $");

    Ran ran = job.run();
    assertThat(api.posts()).as("%s", ran.states()).hasSize(3);
    assertThat(ran.view("shot-01+3").current()).isTrue();
  }

  @Test
  void leavesAClipThatWasChangedAndStaysClosed() throws IOException {
    job.rows(2).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    byte[] clip = Files.readAllBytes(job.file("shot-02.mp4"));
    clip[clip.length - 1]++;
    Files.write(job.file("shot-02.mp4"), clip);

    Typed typed = job.type("recover", "--yes");

    assertThat(typed.code()).as("%s", typed).isEqualTo(3);
    assertThat(typed.out())
        .contains("shot-02  stays as it is: shot-02.mp4 has other bytes")
        .containsPattern("Took in 1 task as paid, \\$[0-9.]+; 1 stays as it is");
    assertThat(job.file("shot-02.mp4")).hasBinaryContent(clip);
    assertThat(refused("run")).contains("it does not know 1 clip beside it");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void namesTheErrorOfARowThatKeepsAClipOut() throws IOException {
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));

    Typed typed = job.without("provider").type("recover", "--yes");

    assertThat(typed.out()).contains("its row has errors (", "correct them");
  }

  @Test
  void leavesWhatItsRowNoLongerAsksFor() throws IOException {
    job.rows(3).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    job.manifest("id,prompt,image", Rehearsal.row("shot-01"), Rehearsal.row("shot-02", "a dog"));

    Typed typed = job.type("recover", "--yes");

    assertThat(typed.code()).as("%s", typed).isEqualTo(3);
    assertThat(typed.out())
        .contains("shot-02  stays as it is: its row asks for something else now")
        .contains("shot-03  stays as it is: no row of the manifest asks for it")
        .containsPattern("Took in 1 task as paid, \\$[0-9.]+; 2 stay as they are");
    assertThat(refused("run")).contains("it does not know 2 clips");

    job.rows(3);
    assertThat(recover().out()).contains("Took in 2 tasks as paid, $");
    assertThatNothingIsSentFor(3);
  }

  @Test
  void takesInWhatWasMadeBeforeAnEditToo() throws IOException {
    job.manifest("id,prompt,image,takes", Rehearsal.row("fox") + ",2").run();
    job.manifest("id,prompt,image,takes", Rehearsal.row("fox", "red-fox") + ",2").run();
    assertThat(api.posts()).hasSize(4);
    FileSystemUtils.deleteRecursively(job.file(".dailies"));

    assertThat(recover().out()).contains("fox+2@2  fox+2@2.mp4", "Took in 4 tasks as paid, $");

    assertThat(job.run().in(DELIVERED)).containsExactly("fox", "fox+2", "fox+2@2", "fox@2");
    job.manifest("id,prompt,image,takes", Rehearsal.row("fox") + ",2").run();
    assertThat(api.posts()).as("undoing the edit leads back to the old clips").hasSize(4);
  }

  @Test
  void takesTheFilesOfATaskInTogether() throws IOException {
    api.looks(StubbedApi.succeededTwice());
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));

    assertThat(recover().out()).contains("shot-01  shot-01.mp4, shot-01~2.mp4", "1 task as paid, ");

    assertThat(job.run().view("shot-01").outputs()).hasSize(2);
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void keepsHarmedFilesBesideTheCopy() throws IOException {
    job.rows(2).run();
    Files.writeString(job.file(".dailies/db/ledger.script"), "harmed");
    assertThat(refused("run")).contains("type 'recover', or move");

    assertThat(recover().out()).contains("copy-1 is put back", "knows every clip");

    assertThat(job.file(".dailies/db.aside-1/ledger.script")).hasContent("harmed");
    assertThatNothingIsSentFor(2);
  }

  @Test
  void bringsAClipBackThatWasTakenInAndThenDeleted() throws IOException {
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    recover();
    byte[] clip = Files.readAllBytes(job.file("shot-01.mp4"));
    Files.delete(job.file("shot-01.mp4"));

    Typed typed = job.keyFile().type("fetch");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(clip);
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void namesASidecarThatTellsTooLittle() throws IOException {
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    Path sidecar = job.file("shot-01.json");
    Files.writeString(sidecar, Files.readString(sidecar).replace("\"media_type\"", "\"kind\""));

    Typed typed = job.type("recover", "--yes");

    assertThat(typed.code()).as("%s", typed).isEqualTo(3);
    assertThat(typed.out()).contains("shot-01.json  stays as it is: it tells too little");
    assertThat(refused("run")).contains("it does not know 1 clip beside it");
  }

  @Test
  void tellsProgramsWhatItHasDone() throws IOException {
    job.rows(2).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    Files.delete(job.file("shot-02.mp4"));

    Typed typed = job.type("recover", "--yes", "--json");

    assertThat(typed.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"forgotten\"", "\"task\":\"shot-01\""),
            line -> assertThat(line).contains("\"left\"", "shot-02.mp4 is missing"),
            line -> assertThat(line).contains("\"recover\"", "\"taken_in\":1", "\"exit_code\":3"));
  }

  @Test
  void whatItTookInIsInTheJournalToo() throws IOException {
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    recover();

    assertThat(Files.readString(job.file(".dailies/journal"), StandardCharsets.UTF_8).lines())
        .hasSize(2);
    assertThatNothingIsSentFor(1);
  }

  @Test
  void doesNotTakeClipsOfTwoJobsForThoseOfOne() throws IOException {
    job.rows(2).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    Path sidecar = job.file("shot-02.json");
    String text = Files.readString(sidecar);
    Files.writeString(
        sidecar, text.replaceFirst("\"job\" : \"[^\"]+", "\"job\" : \"of-another-folder"));

    Typed typed = job.type("recover", "--yes");

    assertThat(typed.code()).as("%s", typed).isEqualTo(1);
    assertThat(typed.err()).contains("are of 2 jobs");
  }

  private Typed recover() {
    Typed typed = job.type("recover", "--yes");
    assertThat(typed.code()).as("%s", typed).isZero();
    return typed;
  }

  private String refused(String command) {
    Typed typed = job.type(command);
    assertThat(typed.code()).as("%s", typed).isEqualTo(1);
    return typed.err();
  }

  private void assertThatNothingIsSentFor(int rows) {
    for (String command : List.of("run", "run")) {
      Typed typed = job.type(command);
      assertThat(typed.code()).as("%s", typed).isZero();
    }
    assertThat(job.run().in(DELIVERED)).hasSize(rows);
    assertThat(api.posts()).hasSize(rows);
  }

  private static List<Object> files(TaskView view) {
    return view.outputs().stream().map(output -> (Object) output.file()).toList();
  }
}
