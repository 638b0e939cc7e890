package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code fetch} downloads what is generated, and sends nothing. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FetchTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl());
  }

  @Test
  void fetchesWhatIsUndeliveredAndSendsNothing() {
    api.clips("shot-01", StubbedApi.html());
    api.clips("shot-02", StubbedApi.html());
    Rehearsal job = job().rows(4).set("limit", "3");
    Ran before = job.run();
    api.clips("shot-01", StubbedApi.clip(3_000));
    api.clips("shot-02", StubbedApi.clip(4_000));

    Typed one = job.type("fetch", "shot-02");
    Ran between = job.plan();
    Typed rest = job.type("fetch", "--json");
    Ran after = job.plan();

    assertThat(before.count(UNDELIVERED)).isEqualTo(2);
    assertThat(one.code()).as(one.err() + one.out()).isEqualTo(3);
    assertThat(between.in(UNDELIVERED)).containsExactly("shot-01");
    assertThat(rest.code()).as(rest.err() + rest.out()).isZero();
    assertThat(after.in(DELIVERED)).containsExactly("shot-01", "shot-02", "shot-03");
    assertThat(after.in(PLANNED)).containsExactly("shot-04");
    assertThat(job.file("shot-02.mp4")).hasBinaryContent(StubbedApi.mp4(4_000));
    assertThat(job.file("shot-01.json")).exists();
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void fetchesWhatTheLastRunCouldNot() {
    api.clips("shot-01", StubbedApi.error(503, "down"));
    Rehearsal job = job().rows(1).api("give-up-after", "1s");
    Ran before = job.run();

    Typed stillDown = job.type("fetch", "shot-01");
    api.clips("shot-01", StubbedApi.clip(2_000));
    Typed up = job.type("fetch", "shot-01");
    Typed again = job.type("fetch");

    assertThat(before.in(SUCCEEDED)).containsExactly("shot-01");
    assertThat(stillDown.code()).isEqualTo(5);
    assertThat(up.code()).isZero();
    assertThat(again.out()).isEqualToIgnoringNewLines("Nothing to fetch");
    assertThat(again.code()).isZero();
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void saysWhenTwoTasksWereGivenTheSameFile() {
    api.clips("shot-03", StubbedApi.clip(5_000));
    Rehearsal job = job().rows(3);
    api.clips("shot-02", StubbedApi.html());
    job.run();
    api.clips("shot-02", StubbedApi.clip(5_000));

    Typed typed = job.type("fetch");

    assertThat(typed.out())
        .containsOnlyOnce("The same file came for shot-02.mp4, shot-03.mp4: look whether")
        .doesNotContain("shot-01.mp4");
    assertThat(typed.code()).isZero();
  }

  @Test
  void aDamagedClipIsNotBackBeforeItsBytesAre() throws IOException {
    Rehearsal job = job().rows(1).api("give-up-after", "1s");
    api.clips("shot-01", StubbedApi.clip(2_000));
    job.run();
    byte[] damaged = new byte[(int) Files.size(job.file("shot-01.mp4"))];
    Files.write(job.file("shot-01.mp4"), damaged);
    api.clips("shot-01", StubbedApi.error(503, "down"));

    Typed stillDown = job.type("fetch", "shot-01", "--json");
    api.clips("shot-01", StubbedApi.clip(2_000));
    Typed up = job.type("fetch", "shot-01", "--json");

    assertThat(stillDown.out()).contains("\"delivered_in_run\":0");
    assertThat(up.out()).contains("\"delivered_in_run\":1");
    assertThat(job.file("shot-01.mp4")).hasBinaryContent(StubbedApi.mp4(2_000));
  }

  @Test
  void saysThatARunMustHaveSeenTheEnd() throws IOException {
    api.looks("shot-01", StubbedApi.running());
    Rehearsal job = job().rows(1).keyFile().api("deadline", "300ms");
    job.type("run");

    Typed typed = job.type("fetch");

    assertThat(typed.out())
        .contains("Nothing to fetch yet: no run has seen the end of 1 task")
        .contains("Next: dailies run ");
    assertThat(typed.code()).isZero();
  }

  @Test
  void saysWhatCannotBeFetched() {
    Rehearsal job = job().rows(1);
    job.run();

    Typed delivered = job.type("fetch", "shot-01");
    Typed unknown = job.type("fetch", "shot-99");
    Typed noId = job.type("fetch", "shot 1");

    assertThat(delivered.code()).isEqualTo(2);
    assertThat(delivered.err()).contains("shot-01 is delivered: only what was generated");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no task shot-99");
    assertThat(noId.code()).isEqualTo(2);
    assertThat(noId.err()).contains("'shot 1' cannot be an ID");
  }
}
