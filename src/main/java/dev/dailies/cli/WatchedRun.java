package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunStatus;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows a run to people, and stops it at a signal. */
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
    // Log lines on the same terminal would break the block up.
    return (job.isVerbose() ? Optional.<LiveBlock>empty() : Terminals.liveBlock())
        .<ProgressView>map(block -> block)
        .orElseGet(() -> new ProgressLines(status -> printLine(status, err)));
  }

  private static void printLine(RunStatus status, PrintWriter err) {
    err.println(StatusBlock.line(status));
    err.flush();
  }

  /** Writes a line a minute, where lines cannot be rewritten. */
  private static final class ProgressLines implements ProgressView {

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
}
