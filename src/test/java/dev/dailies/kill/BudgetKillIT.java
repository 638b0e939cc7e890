package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.JarProcess;
import dev.dailies.Sandbox;
import dev.dailies.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * SIGKILL at random moments of the work of a run under a cap of ten tasks: the provider never sees
 * an eleventh create. Each task costs 0.32 dollars; eight lanes send.
 */
@Tag("chaos")
class BudgetKillIT {

  private static final int KILLS = 30;
  private static final int MOST = 10;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @CsvSource({
    "11, 0, budget.total=3.20",
    "1000, 0, budget.total=3.20",
    "1000, 0, budget.per-run=3.20",
    "1000, 0, budget.per-day-tasks=10",
    "1000, 0, providers.cometapi.budget.per-month=3.20",
    "1000, 0.1, budget.total=3.20"
  })
  void thirtyKillsNeverSpendMoreThanTheCap(
      int rows, double lost, String cap, @TempDir Path folder) {
    System.out.println("kills are drawn with -Dkill.seed=" + seed);
    try (Sandbox simulator =
            new Sandbox(
                "generation-time=2s",
                "latency=100ms",
                "lose-answer-share=" + lost,
                "clip-size=20KB");
        Workspace rig = new Workspace(folder)) {
      rig.with("COMETAPI_KEY", "sk-test").shots("shots.csv", rows);
      List<Integer> creates = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        JarProcess run = start(rig, simulator, cap);
        awaitItsWork(run, simulator, rig.path("out/.dailies/status.json"));
        run.waitFor(Duration.ofMillis(random.nextInt(800)));
        run.kill();
        creates.add(simulator.records().counts().creates());
      }
      int end = start(rig, simulator, cap).await().exit();

      int all = simulator.records().counts().creates();
      System.out.printf(
          "%s, %d rows: creates after each kill %s, at the end %d%n", cap, rows, creates, all);
      assertThat(all).isBetween(1, MOST);
      assertThat(creates.get(KILLS / 2)).as("creates of runs that were killed").isPositive();
      assertThat(end).isIn(8, 12);
    }
  }

  /** However slow the machine is: until it sends, finds nothing that it may send, or has ended. */
  private static void awaitItsWork(JarProcess run, Sandbox simulator, Path status) {
    int sent = simulator.records().counts().creates();
    FileTime begun = time(status);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                !run.isAlive()
                    || simulator.records().counts().creates() > sent
                    || (sent >= MOST - 1 && !time(status).equals(begun)));
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException none) {
      return FileTime.fromMillis(0);
    }
  }

  private static JarProcess start(Workspace rig, Sandbox simulator, String cap) {
    String provider = "--dailies.providers.cometapi.";
    return rig.start(
        "run",
        "shots.csv",
        "--output=out",
        "--provider=cometapi",
        "--rate=4/s",
        "--window=50",
        "--dailies." + cap,
        provider + "base-url=" + simulator.url(),
        provider + "submit-concurrency=8",
        provider + "poll-rate=50/s",
        provider + "poll-interval=300ms");
  }
}
