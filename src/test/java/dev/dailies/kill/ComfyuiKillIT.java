package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise where the provider can be asked: SIGKILL at any moment, every prompt is queued once,
 * and no doubt is left for a person.
 */
class ComfyuiKillIT {

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final KilledJob job = new ComfyuiJob();

  ComfyuiKillIT() {
    System.out.println("kills are drawn with -Dkill.seed=" + seed);
  }

  @Test
  void twoKillsLeaveNothingInDoubt(@TempDir Path folder) {
    KillTally tally = KillChain.run(job, folder, 2, random);

    System.out.print(KillTally.table(List.of(tally)));
    assertThatNothingIsInDoubt(tally);
  }

  @Test
  @Tag("chaos")
  void aHundredKillsLeaveNothingInDoubt(@TempDir Path folder) {
    List<KillTally> tallies = KillChain.runMany(job, folder, 100, random);

    tallies.forEach(ComfyuiKillIT::assertThatNothingIsInDoubt);
  }

  private static void assertThatNothingIsInDoubt(KillTally tally) {
    tally.assertThatNothingIsLostOrPaidForTwice();
    assertThat(tally.inDoubt()).as("tasks in doubt").isZero();
  }
}
