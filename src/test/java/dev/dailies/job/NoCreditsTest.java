package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Sandbox;
import dev.dailies.pacing.StopReason.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** An account that runs dry in the night, at both providers whose words for that are known. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NoCreditsTest {

  @TempDir private Path folder;

  @Test
  void endsARunAtCometapiAndTheNextGoesOnOnceThereIsMoney() {
    try (Sandbox poor = new Sandbox("generation-time=100ms", "balance=0.70");
        Sandbox rich = new Sandbox("generation-time=100ms")) {
      Rehearsal job = new Rehearsal(folder, poor.url()).rows(4);

      assertThatItRanDry(job.run(), poor, "user quota is not enough");

      Ran next = job.api("base-url", rich.url()).run();
      assertThat(next.code()).isZero();
      assertThat(next.count(DELIVERED)).isEqualTo(4);
      assertThat(rich.records().creates()).hasSize(2);
    }
  }

  @Test
  void endsARunAtRunway() {
    try (Sandbox poor = new Sandbox("generation-time=100ms", "balance=1.30")) {
      Rehearsal job =
          new Rehearsal(folder, poor.url())
              .addProvider("runway", "runway", poor.url())
              .set("provider", "runway")
              .rows(4);

      assertThatItRanDry(job.run(), poor, "You do not have enough credits to run this task.");
    }
  }

  /** What is paid is fetched, what is not there is not sent again and again. */
  private static void assertThatItRanDry(Ran ran, Sandbox poor, String words) {
    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.stop(Kind.ACCOUNT).text()).contains(words);
    assertThat(ran.count(DELIVERED)).isEqualTo(2);
    assertThat(ran.count(PLANNED)).isEqualTo(2);
    assertThat(poor.records().creates()).hasSize(2);
    assertThat(poor.records().counts().refused()).isBetween(1, 2);
  }
}
