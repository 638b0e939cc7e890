package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the product: SIGKILL at any moment, and nothing is lost or paid for twice. */
class KillIT {

  private static final int KILLS_PER_FOLDER = 20;

  private final long seed = Long.getLong("dailies.seed", System.nanoTime());
  private final Random random = new Random(seed);

  KillIT() {
    System.out.println("kills are drawn with -Ddailies.seed=" + seed);
  }

  @Test
  void eightKillsLoseNothingAndPayForNothingTwice(@TempDir Path folder) {
    List<KillTally> tally = List.of(KillChain.run(folder, 8, random));

    System.out.print(KillTally.table(tally));
    tally.forEach(KillIT::assertThatNothingIsLostOrPaidForTwice);
  }

  @Test
  @Tag("chaos")
  void threeHundredKillsLoseNothingAndPayForNothingTwice(@TempDir Path folder) {
    List<KillTally> tallies = new ArrayList<>();
    for (int kills = 0; kills < 300; kills += KILLS_PER_FOLDER) {
      Path fresh = folder.resolve("folder-" + kills);
      assertThat(fresh.toFile().mkdir()).isTrue();
      tallies.add(KillChain.run(fresh, KILLS_PER_FOLDER, random));
      System.out.print(KillTally.table(tallies));
    }
    tallies.forEach(KillIT::assertThatNothingIsLostOrPaidForTwice);
  }

  private static void assertThatNothingIsLostOrPaidForTwice(KillTally tally) {
    assertThat(tally.duplicates()).as("tasks created twice").isZero();
    assertThat(tally.undone()).as("tasks neither delivered nor in doubt").isZero();
    assertThat(tally.wrongFiles()).as("files that are not the provider's").isZero();
    assertThat(tally.leftovers()).as("half files").isZero();
    assertThat(tally.inDoubt()).as("tasks in doubt").isLessThanOrEqualTo(tally.onTheWire());
  }
}
