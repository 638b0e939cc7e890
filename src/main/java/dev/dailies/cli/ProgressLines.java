package dev.dailies.cli;

import dev.dailies.job.run.RunStatus;
import java.time.Duration;
import java.util.function.Consumer;

/** A line a minute, where nobody can write a line again. */
final class ProgressLines implements ProgressView {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Consumer<RunStatus> line;
  private long last = System.nanoTime();

  /**
   * @param line writes one line
   */
  ProgressLines(Consumer<RunStatus> line) {
    this.line = line;
  }

  @Override
  public void show(RunStatus status) {
    if (System.nanoTime() - last >= EVERY.toNanos()) {
      last = System.nanoTime();
      line.accept(status);
    }
  }
}
