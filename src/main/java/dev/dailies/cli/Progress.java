package dev.dailies.cli;

import dev.dailies.job.JobContext;
import dev.dailies.job.RunStatus;
import dev.dailies.job.StatusFile;
import dev.dailies.ledger.TaskState;
import dev.dailies.settings.JobSetup;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how a run stands: one line kept up to date on a terminal, a line a minute elsewhere; and a
 * status file every second for other processes.
 */
final class Progress implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final Duration LINE_EVERY = Duration.ofMinutes(1);
  private static final int WIDTH = 79;

  private final JobContext context;
  private final StatusFile file;
  private final PrintWriter err;
  private final boolean live;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private long lastLine = System.nanoTime();

  private Progress(JobContext context, StatusFile file, PrintWriter err, boolean live) {
    this.context = context;
    this.file = file;
    this.err = err;
    this.live = live;
  }

  static Progress of(JobContext context, JobSetup setup, PrintWriter err) {
    var progress =
        new Progress(context, new StatusFile(setup.files().output()), err, Screen.isTerminal());
    progress.start();
    return progress;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A tick catches what it throws.
  private void start() {
    clock.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      clock.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (live) {
      err.print("\r\033[K");
      err.flush();
    }
  }

  private void tick() {
    try {
      RunStatus status = context.status();
      file.write(status);
      show(status);
    } catch (RuntimeException failure) {
      // People lose sight of the run for a second; the run itself goes on.
      log.warn("cannot show the progress", failure);
    }
  }

  private void show(RunStatus status) {
    if (live) {
      err.print("\r\033[K" + cut(describe(status)));
      err.flush();
    } else if (System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
      lastLine = System.nanoTime();
      err.println(describe(status));
      err.flush();
    }
  }

  static String describe(RunStatus status) {
    String counts =
        status.counts().isEmpty()
            ? "reading the manifest"
            : status.counts().entrySet().stream()
                .map(Progress::count)
                .collect(Collectors.joining(", "));
    String waits =
        status.waitsFor().entrySet().stream()
            .map(wait -> "; " + wait.getKey() + ": " + wait.getValue())
            .collect(Collectors.joining());
    return Texts.elapsed(Duration.between(status.startedAt(), status.at())) + "  " + counts + waits;
  }

  private static String count(Map.Entry<TaskState, Long> entry) {
    return entry.getValue() + " " + Texts.state(entry.getKey());
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }
}
