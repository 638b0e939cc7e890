package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.pacing.StopReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerPoolTest {

  private static final Duration LONG = Duration.ofSeconds(15);

  private final RunControl run = new RunControl(null, LONG);

  @Test
  void hasSoManySlots() {
    CountDownLatch go = new CountDownLatch(1);
    try (WorkerPool pool = new WorkerPool("test", 2, run)) {
      pool.execute(() -> await(go));
      assertThat(pool.hasFreeSlot()).isTrue();
      pool.execute(() -> await(go));

      assertThat(pool.hasFreeSlot()).isFalse();
      assertThat(pool.awaitIdle(Duration.ofMillis(50))).isFalse();
      go.countDown();
      assertThat(pool.awaitIdle(LONG)).isTrue();
      assertThat(pool.hasFreeSlot()).isTrue();
    }
  }

  @Test
  void raisesTheSignalWhenASlotIsFree() {
    try (WorkerPool pool = new WorkerPool("test", 1, run)) {
      long seen = run.changes();

      pool.execute(() -> {});

      run.awaitChange(seen);
      assertThat(run.changes()).isGreaterThan(seen);
      assertThat(pool.awaitIdle(LONG)).isTrue();
    }
  }

  @Test
  void workThatThrowsStopsTheRun() {
    assertStopped(
        () -> {
          throw new IllegalStateException("broken");
        });
  }

  @Test
  void workThatEndsWithAnErrorStopsTheRun() {
    assertStopped(
        () -> {
          throw new AssertionError("broken");
        });
  }

  private void assertStopped(Runnable work) {
    try (WorkerPool pool = new WorkerPool("test", 1, run)) {
      pool.execute(work);

      assertThat(pool.awaitIdle(LONG)).isTrue();
      assertThat(run.isStopped()).isTrue();
      assertThat(run.stopReasons()).extracting(StopReason::text).containsExactly("broken");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
