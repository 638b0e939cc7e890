package dev.dailies.cli;

import dev.dailies.job.run.RunStatus;

/** A way to show how a run stands. */
interface ProgressView extends AutoCloseable {

  /** Called every second. */
  void show(RunStatus status);

  /** Leaves nothing behind that the summary would have to step over. */
  @Override
  default void close() {}
}
