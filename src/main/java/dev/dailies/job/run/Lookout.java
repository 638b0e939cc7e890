package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Looks every few seconds whether the run is still alone in its output folder. */
final class Lookout {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Supplier<Optional<StopReason>> taken;
  private final AtomicLong last = new AtomicLong(System.nanoTime());

  Lookout(Supplier<Optional<StopReason>> taken) {
    this.taken = taken;
  }

  /** Sends nothing more if it is not; all loops of a run ask, and one of them looks. */
  void look(StopReasons stops) {
    long seen = last.get();
    long now = System.nanoTime();
    if (now - seen >= PAUSE.toNanos() && last.compareAndSet(seen, now)) {
      taken.get().ifPresent(stops::drain);
    }
  }
}
