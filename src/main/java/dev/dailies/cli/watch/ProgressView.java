package dev.dailies.cli.watch;

import dev.dailies.job.run.RunStatus;

/** A way to show the status of a run. */
public interface ProgressView extends AutoCloseable {

  /** Called every second. */
  void show(RunStatus status);

  /** Clears the view before the summary is printed. */
  @Override
  default void close() {}
}
