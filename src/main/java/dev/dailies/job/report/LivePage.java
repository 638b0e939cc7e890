package dev.dailies.job.report;

import dev.dailies.job.run.RunRecord;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the page up to date while a run works. A page that cannot be written fails no run. */
public final class LivePage implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LivePage.class);

  private final ReportWriter reports;
  private final RunRecord record;
  private final long run;
  private final PagePace pace = new PagePace(System.nanoTime());
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "page");
            thread.setDaemon(true);
            return thread;
          });

  private LivePage(ReportWriter reports, RunRecord record, long run) {
    this.reports = reports;
    this.record = record;
    this.run = run;
  }

  /**
   * Writes the page from now on until it is closed, or the reports of the run are written.
   *
   * @param run counts the runs of the job
   */
  @SuppressWarnings("FutureReturnValueIgnored") // A tick catches what it throws.
  public static LivePage of(ReportWriter reports, RunRecord record, long run) {
    LivePage page = new LivePage(reports, record, run);
    page.clock.scheduleWithFixedDelay(page::tick, 1, 1, TimeUnit.SECONDS);
    return page;
  }

  private void tick() {
    long began = System.nanoTime();
    long doubts = record.doubts();
    if (!pace.isDue(began, doubts)) {
      return;
    }
    try {
      reports.writePage(record.outcome(), run);
    } catch (RuntimeException failure) {
      log.warn("cannot write the page", failure);
    }
    pace.written(began, System.nanoTime(), doubts);
  }

  /** Waits for a page that is being written: nobody reads the ledger once it is closed. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      clock.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
