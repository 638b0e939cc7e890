package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.files.Sha256;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.pacing.StopReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Each trouble of the job itself that can be seen before the night, planted once. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class DoctorTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void prepare() throws IOException {
    api.server.stubFor(get("/v1/models").willReturn(okJson("{\"data\":[]}")));
    job = new Rehearsal(folder, api.baseUrl()).keyFile().rows(2);
  }

  private Typed doctor(String... more) {
    return job.type(
        "doctor",
        Stream.concat(Stream.of("--inputs=none"), Stream.of(more)).toArray(String[]::new));
  }

  private static String line(Typed typed, String check) {
    return typed
        .out()
        .lines()
        .filter(line -> line.substring(8).startsWith(" " + check))
        .findFirst()
        .orElseThrow(() -> new AssertionError(check + " in " + typed));
  }

  private static void assertFails(Typed typed, int code, String check, String... words) {
    assertThat(typed.code()).as("%s", typed).isEqualTo(code);
    assertThat(line(typed, check)).as("%s", typed).startsWith("failure").contains(words);
    assertThat(typed.out()).contains("Next: mend what has failed, then ");
  }

  @Test
  void beforeTheFirstRunItMakesNoFolder() {
    Typed typed = doctor();

    assertThat(typed.out()).as("%s", typed).doesNotContain("failure");
    assertThat(typed.code()).isZero();
    assertThat(line(typed, "folder"))
        .startsWith("ok       folder: " + job.output() + " can be made");
    assertThat(line(typed, "ledger"))
        .isEqualTo("ok       ledger: there is none yet; the first run makes it");
    assertThat(line(typed, "list")).isEqualTo("ok       list: 2 rows, 2 takes to send");
    assertThat(line(typed, "models")).isEqualTo("ok       models: all are known: gen3a_turbo");
    assertThat(line(typed, "budget")).isEqualTo("ok       budget: no cap is set");
    assertThat(line(typed, "disk")).contains("and about 30.0 MB are wanted");
    assertThat(typed.out()).contains("All is well for the night.\nNext: dailies run ");
    assertThat(job.output()).doesNotExist();
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void changesNothingInTheFolderOfARun() throws IOException {
    job.run();
    job.rows(3);
    Map<String, String> before = content();

    Typed typed = doctor();

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "list")).isEqualTo("ok       list: 3 rows, 1 take to send");
    assertThat(line(typed, "ledger")).isEqualTo("ok       ledger: it is whole, and so is its copy");
    assertThat(content()).isEqualTo(before);
    assertThat(api.posts()).hasSize(2);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(job.output())) {
      for (Path file : files.toList()) {
        boolean isFile = Files.isRegularFile(file);
        content.put(
            job.output().relativize(file).toString(),
            isFile ? Sha256.of(file) + Files.getLastModifiedTime(file) : "a folder");
      }
    }
    return content;
  }

  @Test
  void aRunThatIsAtWorkIsNamedAndLeftAlone() {
    api.looks("shot-02", StubbedApi.running());
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> running = OwnThread.start(() -> job.run(context));
      try {
        await().atMost(Duration.ofSeconds(60)).until(() -> api.posts().size() == 2);

        Typed typed = doctor();

        assertFails(typed, 11, "lock", "process ", " is at work in ");
        assertThat(line(typed, "ledger")).startsWith("ok").contains("the run that is at work");
        assertThat(line(typed, "list")).contains("nothing is left to send");
        assertThat(running).isNotDone();
      } finally {
        context.stop(StopReason.of(StopReason.Kind.INTERRUPTED, "by a test"));
        running.join();
      }
    }
    assertThat(doctor().code()).isZero();
  }

  @Test
  void aHolderThatAnswersNothingIsNoHang() {
    job.run();
    try (OutputFolder held = OutputFolder.lock(job.output())) {
      assertThat(held.isStillHeld()).isTrue();

      Typed typed = doctor();

      assertFails(typed, 11, "lock", "process ");
      assertThat(line(typed, "ledger")).contains("what is left to send is not known here");
      assertThat(typed.out()).doesNotContain(" budget");
    }
  }

  @Test
  void aFolderThatCannotBeWritten() {
    Path sealed = Path.of("/sys");
    Assumptions.assumeTrue(Files.isDirectory(sealed), "a file system where nothing can be made");
    job.set("output", sealed.resolve("dailies").toString());

    assertFails(doctor(), 2, "folder", "/sys/dailies cannot be used", "choose another --output");
  }

  @Test
  void aHarmedLedgerIsNamedWithItsWayBack() throws IOException {
    job.run();
    try (RandomAccessFile data =
        new RandomAccessFile(job.file(".dailies/db/ledger.script").toFile(), "rw")) {
      data.seek(data.length() / 2);
      data.write('#');
    }

    Typed typed = doctor();

    assertFails(typed, 1, "ledger", "not as the last command left them", "type 'recover'");
    assertThat(line(typed, "list")).isEqualTo("ok       list: 2 rows");
  }

  @Test
  void aProcessThatDiedIsAWarningSinceTheNextRunGoesOn() throws IOException {
    job.run();
    Files.delete(job.file(".dailies/db/seal"));

    Typed typed = doctor();

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "ledger")).startsWith("warning  ledger: a process died while it had it");
    assertThat(line(typed, "list")).endsWith("2 rows, and nothing is left to send");
  }

  @Test
  void aCopyThatIsHarmedIsAWarning() throws IOException {
    job.run();
    Files.writeString(job.file(".dailies/copy-1/ledger.script"), "gone");

    assertThat(line(doctor(), "ledger"))
        .startsWith("warning  ledger: it is whole, but its copy is not as it was kept; look at");
  }

  @Test
  void aLedgerOfTheUsersOwnIsLeftAlone() {
    Typed typed =
        job.set("ledger-url", "jdbc:hsqldb:hsql://nobody.invalid/ledger")
            .type("doctor", "--inputs=none");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "ledger")).startsWith("warning  ledger: it is a database of your own");
    assertThat(typed.out()).doesNotContain(" budget:");
  }

  @Test
  void aLedgerThatIsGoneIsNotTakenForNone() throws IOException {
    job.run();
    Files.move(job.file(".dailies/db"), folder.resolve("db"));

    assertFails(doctor(), 1, "ledger", "it is gone", "type 'recover'");
  }

  @Test
  void aLedgerOlderThanItsClips() throws IOException {
    job.run();
    Path older = folder.resolve("older");
    FileSystemUtils.copyRecursively(job.file(".dailies"), older);
    job.rows(3).run();
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    Files.move(older, job.file(".dailies"), StandardCopyOption.ATOMIC_MOVE);

    assertFails(doctor(), 1, "ledger", "does not know 1 clip", "shot-03.json");
  }

  @Test
  void aDiskThatIsNearlyFull() {
    assertFails(
        doctor("--dailies.download.keep-free=8000TB"), 1, "disk", "the disk is full", "free some");
  }

  @Test
  void aListThatNobodyCanRead() throws IOException {
    Files.write(job.manifest(), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});

    assertFails(doctor(), 2, "list", "shots.csv");
  }

  @Test
  void aListThatIsGone() throws IOException {
    Path night =
        Files.writeString(folder.resolve("night.yaml"), "dailies:\n  manifest: gone.csv\n");

    Typed typed = FrontDoor.type(job.wordsAbout(night.toString(), "doctor"));

    assertFails(typed, 2, "list", "gone.csv does not exist");
  }

  @Test
  void rowsThatAreLeftOutAreAWarning() {
    job.manifest(
            "id,prompt,image", "a,fox,https://example.org/a.jpg", "b,owl,http://example.org/b.jpg")
        .set("admission", "valid");

    Typed typed = doctor();

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed, "list"))
        .startsWith("warning  list: 2 rows, 1 of them left out, 1 take to send: line 3, image ");
  }

  @Test
  void aModelThatIsRetired() throws IOException {
    job.addProvider("runway", api.baseUrl()).without("providers.runway.api-key");
    job.set("providers.runway.type", "runway");
    job.manifest(
        "id,prompt,image,provider,model", "a,fox,https://example.org/a.jpg,runway,gen3a_turbo");

    assertFails(doctor(), 2, "list", "gen3a_turbo", "this model is retired: by Runway");
  }

  @Test
  void aModelThatNobodyKnowsIsAWarning() {
    job.manifest("id,prompt,image,model", "a,fox,https://example.org/a.jpg,gen99");

    Typed typed = doctor();

    assertThat(line(typed, "models")).startsWith("warning  models: line 2, model 'gen99': ");
  }

  @Test
  void aPriceThatNobodyKnowsUnderACap() {
    job.manifest("id,prompt,video,operation", "a,fox,https://example.org/a.mp4,video_to_video");
    job.set("budget.per-day", "10");

    assertFails(doctor(), 8, "budget", "nobody knows what gen4_aleph costs", "unknown-price");
  }

  @Test
  void aCapThatIsTooSmall() {
    Typed typed = job.rows(3).set("budget.per-day", "0.50").type("doctor", "--inputs=none");

    assertThat(line(typed, "budget"))
        .isEqualTo(
            "warning  budget: $0.96 are wanted, and $0.50 are left of today's budget of $0.50;"
                + " the rest waits, unless you raise budget.per-day");
  }

  @Test
  void whatWillBeAskedForIsSaidBefore() {
    Typed typed = job.rows(3).set("confirm-above", "0.50").type("doctor", "--inputs=none");

    assertThat(line(typed, "budget"))
        .startsWith("warning  budget: a run asks before it sends 3 tasks for $0.96")
        .contains("--approve=");
    assertThat(typed.code()).isZero();
  }

  @Test
  void aWorkflowThatIsMissing() {
    Typed typed =
        Rehearsal.ofComfyui(folder, api.baseUrl(), folder.resolve("gone.json"))
            .rows(1)
            .type("doctor", "--inputs=none");

    assertFails(typed, 2, "list", "workflow", "gone.json");
  }

  @Test
  void doubtsThatAreSentAgainUnseen() {
    Typed typed = job.set("on-doubt", "resubmit").type("doctor", "--inputs=none");

    assertThat(line(typed, "settings")).startsWith("warning  settings: on-doubt: resubmit");
  }

  @Test
  void tellsProgramsTheSame() {
    Typed typed = doctor("--json", "--dailies.download.keep-free=8000TB");

    assertThat(typed.out().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"message_type\":\"check\",\"check\":\"disk\",\"provider\":null,"
                            + "\"verdict\":\"failure\",\"found\":\"the disk is full")
                    .endsWith("\"exit_code\":1}"))
        .last()
        .asString()
        .startsWith("{\"message_type\":\"doctor\",\"failures\":1,\"warnings\":0,\"exit_code\":1,");
  }
}
