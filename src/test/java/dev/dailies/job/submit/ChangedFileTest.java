package dev.dailies.job.submit;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.job.JobContext;
import dev.dailies.job.Rehearsal;
import dev.dailies.job.StubbedApi;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose video is a file, which somebody changes. */
class ChangedFileTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  @BeforeEach
  void takeVideos() throws IOException {
    api.alsoCreatesAt("/runwayml/v1/video_to_video");
    write("one");
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("take.mp4"), "\0\0\0\020ftypisom" + content);
  }

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl()).manifest("id,prompt,video", "a,snow,take.mp4");
  }

  @Test
  void aChangedFileIsAnEditThoughTheManifestIsTheSame() throws IOException {
    assertThat(job().run().count(DELIVERED)).isEqualTo(1);
    assertThat(job().run().count(DELIVERED)).isEqualTo(1);
    assertThat(api.requests("/runwayml/v1/video_to_video")).isEqualTo(1);

    write("two");

    assertThat(job().run().count(DELIVERED)).isEqualTo(2);
    assertThat(api.requests("/runwayml/v1/video_to_video")).isEqualTo(2);
  }

  @Test
  void aFileThatChangesBeforeItIsSentIsLeftToTheNextRun() throws IOException {
    Rehearsal job = job();
    job.plan();
    try (JobContext context = job.open()) {
      var queue = Rehearsal.bean(context, SubmitQueue.class);
      queue.open();
      var task = queue.take("cometapi").orElseThrow();
      assertThat(new PlannedFiles(new Inputs(job.output())).haveChanged(task)).isFalse();
      write("two");

      ActiveProvider active = Rehearsal.bean(context, Providers.class).get("cometapi");
      var ready = Rehearsal.bean(context, Submitter.class).prepare(task, active);
      queue.giveBack(task);

      assertThat(ready).isEmpty();
      assertThat(queue.take("cometapi")).isEmpty();
      assertThat(queue.isExhausted("cometapi")).isTrue();
      assertThat(api.requests("/runwayml/v1/video_to_video")).isZero();
    }
    assertThat(job.plan().count(PLANNED)).isEqualTo(1);
    assertThat(job.run().count(DELIVERED)).isEqualTo(1);
  }

  /** It is written out while it is sent, so it is looked at once more when its turn has come. */
  @Test
  void aFileThatChangesWhileItsRequestWaitsIsLeftToTheNextRun() throws Exception {
    Rehearsal job = job().api("submit-rate", "15/min");
    job.plan();
    try (JobContext context = job.open()) {
      var queue = Rehearsal.bean(context, SubmitQueue.class);
      queue.open();
      var task = queue.take("cometapi").orElseThrow();
      ActiveProvider active = Rehearsal.bean(context, Providers.class).get("cometapi");
      active.gate().enter(() -> false, () -> Probe.UNKNOWN).orElseThrow().release();
      var lane =
          new FutureTask<>(() -> Rehearsal.bean(context, Submitter.class).prepare(task, active));
      Thread waiting = new Thread(lane);
      waiting.start();
      await().until(() -> waitsForItsTurn(waiting));
      write("two");

      assertThat(lane.get()).isEmpty();
      queue.giveBack(task);
      assertThat(queue.isExhausted("cometapi")).isTrue();
      assertThat(api.requests("/runwayml/v1/video_to_video")).isZero();
    }
    assertThat(job.run().count(DELIVERED)).isEqualTo(1);
  }

  private static boolean waitsForItsTurn(Thread thread) {
    return Stream.of(thread.getStackTrace()).anyMatch(at -> at.getClassName().endsWith(".Pacer"));
  }
}
