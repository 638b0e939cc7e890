package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How far the steps that run side by side have come. */
final class ParallelSteps {

  private enum Mark {
    BEGUN,
    OVER
  }

  private static final Duration ALL_MUST_HAVE_BEGUN = Duration.ofSeconds(30);

  private final Map<ParallelStep, Mark> marks = new EnumMap<>(ParallelStep.class);
  private final ChangeSignal signal;
  private final Duration patience;
  private long firstMark;

  ParallelSteps(ChangeSignal signal) {
    this(signal, ALL_MUST_HAVE_BEGUN);
  }

  ParallelSteps(ChangeSignal signal, Duration patience) {
    this.signal = signal;
    this.patience = patience;
  }

  void begin(ParallelStep step) {
    mark(step, Mark.BEGUN);
  }

  void end(ParallelStep step) {
    mark(step, Mark.OVER);
  }

  synchronized boolean isOver(ParallelStep step) {
    return marks.get(step) == Mark.OVER;
  }

  /**
   * Stops the run if one of the steps has not begun long after another: then the job repository
   * failed under the split, nobody was told, and the others would wait without end.
   */
  void checkThatAllBegan(StopReasons stops) {
    if (isOneMissing()) {
      stops.stop(StopReason.of(Kind.FAILURE, "a step of the split did not begin"));
    }
  }

  private synchronized boolean isOneMissing() {
    return !marks.isEmpty()
        && marks.size() < ParallelStep.values().length
        && System.nanoTime() - firstMark > patience.toNanos();
  }

  private void mark(ParallelStep step, Mark mark) {
    synchronized (this) {
      firstMark = marks.isEmpty() ? System.nanoTime() : firstMark;
      marks.put(step, mark);
    }
    signal.raise();
  }
}
