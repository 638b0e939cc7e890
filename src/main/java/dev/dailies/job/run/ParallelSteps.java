package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How far the steps that run side by side have come. */
public final class ParallelSteps {

  /** The steps of the split, named as in the job repository. */
  public enum Stage {
    SUBMIT,
    POLL,
    DOWNLOAD
  }

  private enum Mark {
    BEGUN,
    OVER
  }

  private final Map<Stage, Mark> marks = new EnumMap<>(Stage.class);
  private static final Duration ALL_MUST_HAVE_BEGUN = Duration.ofSeconds(30);

  private final ChangeSignal signal;
  private final Duration patience;
  private long firstMark;

  public ParallelSteps(ChangeSignal signal) {
    this(signal, ALL_MUST_HAVE_BEGUN);
  }

  public ParallelSteps(ChangeSignal signal, Duration patience) {
    this.signal = signal;
    this.patience = patience;
  }

  public void begin(Stage stage) {
    mark(stage, Mark.BEGUN);
  }

  public void end(Stage stage) {
    mark(stage, Mark.OVER);
  }

  public synchronized boolean isOver(Stage stage) {
    return marks.get(stage) == Mark.OVER;
  }

  /**
   * Stops the run if one of the steps has not begun long after another: then the job repository
   * failed under the split, nobody was told, and the others would wait for ever.
   */
  public void checkThatAllBegan(StopReasons stops) {
    if (isOneMissing()) {
      stops.stop(StopReason.of(Kind.FAILURE, "a step of the split did not begin"));
    }
  }

  private synchronized boolean isOneMissing() {
    return !marks.isEmpty()
        && marks.size() < Stage.values().length
        && System.nanoTime() - firstMark > patience.toNanos();
  }

  private void mark(Stage stage, Mark mark) {
    synchronized (this) {
      firstMark = marks.isEmpty() ? System.nanoTime() : firstMark;
      marks.put(stage, mark);
    }
    signal.raise();
  }
}
