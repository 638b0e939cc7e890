package dev.dailies.job;

import java.util.EnumMap;
import java.util.Map;

/** How far the steps that run side by side have come. */
final class Stages {

  /** The steps of the split, named as in the job repository. */
  enum Stage {
    SUBMIT,
    POLL,
    DOWNLOAD
  }

  private enum Mark {
    BEGUN,
    OVER
  }

  private final Map<Stage, Mark> marks = new EnumMap<>(Stage.class);
  private final Signal signal;

  Stages(Signal signal) {
    this.signal = signal;
  }

  void begin(Stage stage) {
    mark(stage, Mark.BEGUN);
  }

  void end(Stage stage) {
    mark(stage, Mark.OVER);
  }

  synchronized boolean isOver(Stage stage) {
    return marks.get(stage) == Mark.OVER;
  }

  synchronized boolean haveAllBegun() {
    return marks.size() == Stage.values().length;
  }

  private void mark(Stage stage, Mark mark) {
    synchronized (this) {
      marks.put(stage, mark);
    }
    signal.raise();
  }
}
