package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords;
import dev.dailies.cli.Typed;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Above a price a run sends nothing that nobody has approved. A task costs 0.32 dollars. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ApprovalTest {

  @AutoClose
  private final Simulator simulator =
      Simulator.start(
          SimulatorSetup.of(Map.of("generation-time", "200ms", "jitter", "0", "latency", "10ms")),
          0);

  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void write() throws Exception {
    job = job(folder).rows(5).set("confirm-above", "1").keyFile();
  }

  private Rehearsal job(Path folder) {
    return new Rehearsal(folder, simulator.baseUrl().toString());
  }

  @Test
  void sendsNothingWhereNobodyCanBeAskedAndSaysWhatToType() throws Exception {
    Typed run = job.type("run");

    assertThat(run.code()).isEqualTo(8);
    assertThat(run.out())
        .contains(
            "Nothing new is sent: it would be 5 tasks for $1.60, which is above confirm-above: 1.")
        .containsPattern("Next: \\S+ run \\S+ .*--approve=" + digest());
    assertThat(creates()).isZero();
  }

  @Test
  void sendsWhatPlanHasShown() throws Exception {
    assertThat(job.type("run", "--approve=" + digest()).code()).isZero();
    assertThat(creates()).isEqualTo(5);
  }

  @Test
  void aRunBelowThePriceAsksNobody() {
    assertThat(job.set("confirm-above", "1.60").run().code()).isZero();
  }

  @Test
  void aLimitLowersThePriceOfARun() {
    assertThat(job.set("limit", "3").run().count(DELIVERED)).isEqualTo(3);
  }

  @Test
  void whoAgreesToALimitDoesNotAgreeToTheRest() throws Exception {
    job.set("limit", "4");
    String four = digest();
    assertThat(four).isNotEqualTo(digestOfAll());

    assertThat(job.set("approve", four).run().count(DELIVERED)).isEqualTo(4);

    job.without("limit").without("approve").rows(9);
    assertThat(job.run().stop(Kind.APPROVAL).text()).contains("5 tasks for $1.60");
    assertThat(job.set("approve", four).run().code()).isEqualTo(8);
    assertThat(creates()).isEqualTo(4);
  }

  private String digestOfAll() {
    String digest = digest(job.without("limit"));
    job.set("limit", "4");
    return digest;
  }

  @Test
  void anEditedManifestIsNotApproved() throws Exception {
    String approved = digest();
    job.shots("shot-01", "shot-02", "shot-03", "shot-04", "another");

    refuses(approved);
  }

  @Test
  void anotherPriceIsNotApproved() throws Exception {
    String approved = digest();
    job.api("models-file", prices(0.31).toString());

    refuses(approved);
  }

  private Path prices(double usd) throws Exception {
    return Files.writeString(
        folder.resolve("models.json"),
        """
        {"models": [{"operation": "image_to_video", "format": "official", "model": "gen3a_turbo",
          "usual": true, "durations": [5, 10], "usualDuration": 5, "ratios": ["1280:720"],
          "usualRatio": "1280:720", "promptLimit": 512, "usd": %s, "source": "a test"}]}
        """
            .formatted(usd));
  }

  @Test
  void anotherFolderIsNotApproved() throws Exception {
    String approved = digest();
    job = job(Files.createDirectory(folder.resolve("other"))).rows(5).set("confirm-above", "1");

    refuses(approved);
  }

  @Test
  void anotherAddressIsNotApproved() throws Exception {
    String approved = digest();
    job.api("base-url", simulator.baseUrl() + "/");

    refuses(approved);
  }

  @Test
  void anApprovalIsUsedOnce() throws Exception {
    String approved = digest();
    job.set("approve", approved).run();
    job.without("approve").type("redo", "--yes", "shot-01", "shot-02", "shot-03", "shot-04");

    Ran again = job.set("approve", approved).run();

    assertThat(again.code()).isEqualTo(8);
    assertThat(again.stop(Kind.APPROVAL).text())
        .endsWith("; %s approves something else, or was used already".formatted(approved));
    assertThat(creates()).isEqualTo(5);
  }

  @Test
  void whatWasApprovedIsSentByLaterRunsToo() throws Exception {
    job.set("approve", digest()).set("budget.per-run-tasks", "2").run();
    assertThat(creates()).isEqualTo(2);

    assertThat(job.without("approve").without("budget.per-run-tasks").run().code()).isZero();
    assertThat(creates()).isEqualTo(5);
  }

  @Test
  void atATerminalAPersonIsAsked() {
    Typed no = job.answer("\n", "run");
    assertThat(no.code()).isEqualTo(8);
    assertThat(no.err()).contains("Send 5 tasks for $1.60? [y/N]");
    assertThat(creates()).isZero();

    assertThat(job.answer("y\n", "run").code()).isZero();
    assertThat(creates()).isEqualTo(5);
    assertThat(job.answer("", "run").err()).doesNotContain("Send");
  }

  private void refuses(String approved) {
    Ran ran = job.set("approve", approved).run();

    assertThat(ran.code()).isEqualTo(8);
    assertThat(ran.stop(Kind.APPROVAL).text()).contains("approves something else");
    assertThat(creates()).isZero();
  }

  private String digest() {
    return digest(job);
  }

  private static String digest(Rehearsal job) {
    Matcher found = Pattern.compile("--approve=([0-9a-f]{8})").matcher(job.type("plan").out());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private long creates() {
    return new SimulatorRecords(simulator.baseUrl().toString()).counts().creates();
  }
}
