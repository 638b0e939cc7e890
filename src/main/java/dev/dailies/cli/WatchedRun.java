package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunStatus;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/** People who watch a run, and may end it by a signal. */
final class WatchedRun {

  private WatchedRun() {}

  @SuppressWarnings("try") // Both work while they are open.
  static RunOutcome watch(
      JobContext context, JobSetup setup, ProgressView view, Supplier<RunOutcome> run) {
    try (Signals signals = Signals.stopping(context);
        LiveProgress progress = LiveProgress.of(context, setup.files().output(), view)) {
      return run.get();
    }
  }

  /** A live block on a terminal, lines elsewhere. */
  static ProgressView view(JobOptions job, PrintWriter out, PrintWriter err) {
    if (job.isJson()) {
      return new ProgressLines(status -> JsonLines.print("status", status, out));
    }
    // A log on the same screen would tear the block apart.
    return (job.isVerbose() ? Optional.<LiveBlock>empty() : Terminals.liveBlock())
        .<ProgressView>map(block -> block)
        .orElseGet(() -> new ProgressLines(status -> printLine(status, err)));
  }

  private static void printLine(RunStatus status, PrintWriter err) {
    err.println(StatusBlock.line(status));
    err.flush();
  }
}
