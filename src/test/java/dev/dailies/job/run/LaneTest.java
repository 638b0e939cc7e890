package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.pacing.StopReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {

  private static final Duration LONG = Duration.ofSeconds(15);

  private final Signal signal = new Signal();
  private final StopReasons stops = new StopReasons(signal);

  @Test
  void hasSoManySlots() {
    CountDownLatch go = new CountDownLatch(1);
    try (Lane lane = new Lane("test", 2, stops, signal)) {
      lane.execute(() -> await(go));
      assertThat(lane.hasFreeSlot()).isTrue();
      lane.execute(() -> await(go));

      assertThat(lane.hasFreeSlot()).isFalse();
      assertThat(lane.awaitIdle(Duration.ofMillis(50))).isFalse();
      go.countDown();
      assertThat(lane.awaitIdle(LONG)).isTrue();
      assertThat(lane.hasFreeSlot()).isTrue();
    }
  }

  @Test
  void raisesTheSignalWhenASlotIsFree() {
    try (Lane lane = new Lane("test", 1, stops, signal)) {
      long seen = signal.count();

      lane.execute(() -> {});

      signal.await(seen, LONG);
      assertThat(lane.awaitIdle(LONG)).isTrue();
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
          throw new OutOfMemoryError("broken");
        });
  }

  private void assertStopped(Runnable work) {
    try (Lane lane = new Lane("test", 1, stops, signal)) {
      lane.execute(work);

      assertThat(lane.awaitIdle(LONG)).isTrue();
      assertThat(stops.isStopped()).isTrue();
      assertThat(stops.all()).extracting(StopReason::text).containsExactly("broken");
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
