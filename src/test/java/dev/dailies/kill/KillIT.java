package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the product: SIGKILL at any moment, and nothing is lost or paid for twice. */
@Order(1)
class KillIT {

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final KilledJob job = new CometapiJob();

  KillIT() {
    System.out.println("kills are drawn with -Dkill.seed=" + seed);
  }

  @Test
  void fourKillsLoseNothingAndPayForNothingTwice(@TempDir Path folder) {
    List<KillTally> tally = List.of(KillChain.run(job, folder, 4, random));

    System.out.print(KillTally.table(tally));
    tally.forEach(KillIT::assertThatNothingIsLostOrPaidForTwice);
  }

  @Test
  @Tag("chaos")
  void threeHundredKillsLoseNothingAndPayForNothingTwice(@TempDir Path folder) {
    List<KillTally> tallies = KillChain.runMany(job, folder, 300, random);

    tallies.forEach(KillIT::assertThatNothingIsLostOrPaidForTwice);
  }

  private static void assertThatNothingIsLostOrPaidForTwice(KillTally tally) {
    tally.assertThatNothingIsLostOrPaidForTwice();
    assertThat(tally.inDoubt()).as("tasks in doubt").isLessThanOrEqualTo(tally.onTheWire());
  }
}
