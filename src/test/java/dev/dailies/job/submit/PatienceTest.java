package dev.dailies.job.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.Threads;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatienceTest {

  private final RunControl run = new RunControl(null, Duration.ofMillis(100));
  private final Patience patience = new Patience(Threads.named("test-"), run);

  @Test
  void waitsForTheEnd() {
    assertThat(patience.await(() -> "done")).contains("done");
  }

  @Test
  void handsOnWhatFailed() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                patience.await(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .withMessage("broken");
  }

  @Test
  void waitsNoLongerThanAStoppedRunHasTimeFor() {
    CountDownLatch never = new CountDownLatch(1);
    run.stop(StopReason.of(Kind.INTERRUPTED, "stopped by a test"));

    assertThat(patience.await(() -> await(never))).isEmpty();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
