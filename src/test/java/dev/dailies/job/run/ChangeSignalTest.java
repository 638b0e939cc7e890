package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.OwnThread;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChangeSignalTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final ChangeSignal signal = new ChangeSignal();

  @Test
  void wakesWhoWaits() {
    long seen = signal.count();
    CompletableFuture<Void> waiting = OwnThread.start(() -> signal.await(seen, LONG));

    signal.raise();

    waiting.join();
    assertThat(signal.count()).isEqualTo(seen + 1);
  }

  @Test
  void doesNotMissWhatCameBeforeTheWait() {
    long seen = signal.count();
    signal.raise();

    signal.await(seen, LONG);
  }

  @Test
  void waitsNoLongerThanAskedTo() {
    long start = System.nanoTime();

    signal.await(signal.count(), Duration.ofMillis(50));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(45));
  }

  @Test
  void aKnownStopReasonIsNoNews() {
    StopReasons stops = new StopReasons(signal);
    stops.drain(StopReason.of(Kind.DEADLINE, "late"));
    long seen = signal.count();

    stops.drain(StopReason.of(Kind.DEADLINE, "late"));

    assertThat(signal.count()).isEqualTo(seen);
    assertThat(stops.all()).hasSize(1);
    assertThat(stops.isDrained()).isTrue();
    assertThat(stops.isStopped()).isFalse();
  }

  @Test
  void aStopAlwaysWakes() {
    StopReasons stops = new StopReasons(signal);
    stops.drain(StopReason.of(Kind.FAILURE, "broken"));
    long seen = signal.count();

    stops.stop(StopReason.of(Kind.FAILURE, "broken"));

    assertThat(signal.count()).isGreaterThan(seen);
    assertThat(stops.isStopped()).isTrue();
  }
}
