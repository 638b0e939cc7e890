package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** So many things at once, for one kind of work. Work that throws stops the run. */
public final class WorkerPool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

  private final SimpleAsyncTaskExecutor executor;
  private final int slots;
  private final RunControl run;
  private int busy;

  public WorkerPool(String name, int slots, RunControl run) {
    this.executor = Threads.named(name + "-");
    this.slots = slots;
    this.run = run;
  }

  public synchronized boolean hasFreeSlot() {
    return busy < slots;
  }

  public synchronized boolean isIdle() {
    return busy == 0;
  }

  /** Runs the work in a slot. The caller has made sure that one is free. */
  public void execute(Runnable work) {
    occupy();
    try {
      executor.execute(() -> runInSlot(work));
    } catch (RuntimeException | Error noThread) {
      vacate();
      throw noThread;
    }
  }

  /** The run is stopped before anything is written about it: that may fail as well. */
  private void runInSlot(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      LastResort.check(failure);
      run.stop(StopReason.of(Kind.FAILURE, Failures.whyStopped(failure)));
      log.error("stopping, because work failed", failure);
    } finally {
      vacate();
    }
  }

  /** Waits until nothing is running. Returns false if the time ran out first. */
  public boolean awaitIdle(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isIdle()) {
      long seen = run.changes();
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      if (!isIdle()) {
        run.awaitChange(seen, Duration.ofNanos(Math.min(left, Duration.ofMillis(100).toNanos())));
      }
    }
    return true;
  }

  @Override
  public void close() {
    executor.close();
  }

  private synchronized void occupy() {
    busy++;
  }

  private void vacate() {
    synchronized (this) {
      busy--;
    }
    run.changed();
  }
}
