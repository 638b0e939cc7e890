package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is sent that cannot be written down; when the disk is well again, all goes on. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class StorageFaultTest {

  private static final int ROWS = 12;
  private static final int CONCURRENCY = 2;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;

  @AfterEach
  void close() {
    BreakableDriver.BROKEN.set(false);
    api.close();
  }

  @Test
  void losesNothingWhileTheLedgerCannotBeWritten() {
    Rehearsal job = BreakableDriver.use(new Rehearsal(folder, api.baseUrl()), folder);
    job.rows(ROWS).api("submit-rate", "20/s").api("submit-concurrency", "" + CONCURRENCY);
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
      await().atMost(Duration.ofMinutes(2)).until(() -> api.posts().size() >= 3 || run.isDone());
      BreakableDriver.BROKEN.set(true);
      int sent = api.posts().size();

      Ran broken = run.join();

      assertThat(broken.code()).isEqualTo(1);
      assertThat(broken.stop(Kind.FAILURE).text())
          .startsWith("the ledger cannot be used: Input/output error; nothing more was sent");
      assertThat(api.posts()).hasSizeBetween(sent, sent + CONCURRENCY).hasSizeLessThan(ROWS);
    }
    BreakableDriver.BROKEN.set(false);

    Ran next = job.run();

    assertThat(next.in(DELIVERED)).as("%s", next.states()).hasSize(ROWS);
    assertThat(next.code()).isZero();
    assertThat(Rehearsal.shots(ROWS)).allMatch(shot -> api.posts(shot) == 1);
  }

  @Test
  void sendsNothingThatTheJournalCannotTakeDown() {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(3);
    try (JobContext context = job.open()) {
      Rehearsal.bean(context, Journal.class).close();

      Ran ran = job.run(context);

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.stop(Kind.FAILURE).text()).startsWith("cannot write the journal");
      assertThat(ran.in(PLANNED)).hasSize(3);
      assertThat(api.posts()).isEmpty();
    }
    assertThat(job.run().in(DELIVERED)).hasSize(3);
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void looksAtTheDiskBeforeTheFirstSubmission() {
    Ran ran =
        new Rehearsal(folder, api.baseUrl()).rows(3).set("download.keep-free", "8000TB").run();

    assertThat(api.posts()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.outcome().stopReasons())
        .singleElement()
        .satisfies(stop -> assertThat(stop.text()).contains("keep-free", "so nothing is sent"));
  }

  @Test
  void looksAtWhatIsPaidForOnAFullDiskToo() {
    api.looks(StubbedApi.running());
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(3).set("limit", "1");
    assertThat(job.set("time-limit", "3s").run().in(SUBMITTED)).hasSize(1);
    api.looks(StubbedApi.succeeded(""));

    Ran full = job.without("time-limit").without("limit").set("download.keep-free", "8000TB").run();

    assertThat(api.posts()).hasSize(1);
    assertThat(full.in(SUCCEEDED)).as("%s", full.states()).hasSize(1);
    assertThat(full.in(PLANNED)).hasSize(2);
    assertThat(full.code()).isEqualTo(1);
    assertThat(full.stop(Kind.DISK_FULL).text()).contains("the disk is full: ");
    assertThat(job.without("download.keep-free").run().in(DELIVERED)).hasSize(3);
    assertThat(api.posts()).hasSize(3);
  }

  @Test
  void sendsNothingMoreOnceItsLockFileIsAnotherOne() throws IOException {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(3);
    try (JobContext context = job.open()) {
      Files.delete(job.file(".dailies/lock"));
      Files.writeString(job.file(".dailies/lock"), "another");

      Ran ran = job.run(context);

      assertThat(api.posts()).isEmpty();
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.outcome().stopReasons())
          .singleElement()
          .satisfies(stop -> assertThat(stop.text()).contains("removed or replaced"));
    }
  }

  @Test
  void noticesALockFileThatIsGoneWhileItOnlyPolls() throws IOException {
    api.looks(StubbedApi.running());
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(1);
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> running = OwnThread.start(() -> job.run(context));
      await().atMost(SOON).until(() -> !api.polls().isEmpty());
      Files.delete(job.file(".dailies/lock"));

      await().atMost(SOON).until(() -> !context.status().stopReasons().isEmpty());
      api.looks(StubbedApi.succeeded(""));
      Ran ran = running.join();

      assertThat(ran.in(DELIVERED)).as("what is paid for is fetched").containsExactly("shot-01");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.outcome().stopReasons())
          .singleElement()
          .satisfies(stop -> assertThat(stop.text()).contains("removed or replaced"));
    }
  }

  @Test
  void sendsNothingForAnIntentThatIsNotOnTheDisk() throws IOException {
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(2);
    try (JobContext context = job.open()) {
      Path elsewhere = folder.resolve("stands-still");
      Files.writeString(Files.createDirectories(elsewhere.resolve("db")).resolve("ledger.log"), "");
      Rehearsal.bean(context, Ledger.class).provenBy(new EmbeddedDatabase(elsewhere).proof());

      Ran ran = job.run(context);

      assertThat(api.posts()).isEmpty();
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.states().values()).containsOnly(PLANNED);
      assertThat(ran.outcome().stopReasons().get(0).text())
          .contains("the ledger cannot be written");
    }
  }
}
