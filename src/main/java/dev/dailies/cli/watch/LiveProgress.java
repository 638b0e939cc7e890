package dev.dailies.cli.watch;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.RunStatus;
import dev.dailies.job.run.StatusFile;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the status of a run every second: to people in a view, to other processes in a status
 * file.
 */
public final class LiveProgress implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveProgress.class);

  private final JobContext context;
  private final StatusFile file;
  private final ProgressView view;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private LiveProgress(JobContext context, StatusFile file, ProgressView view) {
    this.context = context;
    this.file = file;
    this.view = view;
  }

  /** Shows the run of this folder in that view, until it is closed. */
  public static LiveProgress of(JobContext context, Path output, ProgressView view) {
    var progress = new LiveProgress(context, new StatusFile(output), view);
    progress.start();
    return progress;
  }

  /** Publishes the status of the ledger to other processes before the run begins. */
  public static void begin(JobContext context, Path output) {
    tell(context::ledgerStatus, new StatusFile(output), status -> {});
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
    try {
      view.close();
    } catch (RuntimeException failure) {
      // A terminal that has hung up takes nothing any more; how the run ended is not its business.
      log.warn("cannot let go of the terminal", failure);
    }
  }

  private void tick() {
    tell(context::status, file, view);
  }

  private static void tell(Supplier<RunStatus> run, StatusFile file, ProgressView view) {
    try {
      RunStatus status = run.get();
      file.write(status);
      view.show(status);
    } catch (RuntimeException failure) {
      // The view misses a second; the run itself goes on.
      log.warn("cannot show the progress", failure);
    }
  }
}
