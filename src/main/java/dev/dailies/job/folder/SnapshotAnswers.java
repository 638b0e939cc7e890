package dev.dailies.job.folder;

import dev.dailies.ledger.store.LedgerSnapshot;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a snapshot of the ledger to whoever wants to look while a run works. For ten times as long
 * as that took the same one is given again: looking costs a run a tenth of its time at most.
 */
public final class SnapshotAnswers {

  private static final Logger log = LoggerFactory.getLogger(SnapshotAnswers.class);
  private static final long PAUSE_MILLIS = 250;
  private static final int REST = 10;

  private final SnapshotDesk desk;
  private final LedgerSnapshot ledger;
  private final boolean embedded;
  private final Clock clock;
  private long restUntil = System.nanoTime();

  /**
   * @param embedded false for a database of the user's own, which gives no snapshot
   */
  SnapshotAnswers(OutputFolder folder, LedgerSnapshot ledger, boolean embedded, Clock clock) {
    this.clock = clock;
    this.desk = new SnapshotDesk(folder.inner());
    this.ledger = ledger;
    this.embedded = embedded;
  }

  /** Ends what was begun. */
  public interface Answering extends AutoCloseable {
    @Override
    void close();
  }

  /** Answers until it is closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
  public Answering begin() {
    if (!embedded) {
      return () -> {};
    }
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, "snapshot");
              daemon.setDaemon(true);
              return daemon;
            });
    clear();
    thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return () -> close(thread);
  }

  private void look() {
    try {
      if (desk.isWanted()) {
        answer(System.nanoTime());
      }
    } catch (IOException | RuntimeException failure) {
      log.warn("cannot write a snapshot of the ledger", failure);
    }
  }

  private void answer(long began) throws IOException {
    if (began - restUntil < 0) {
      desk.answerAgain(clock.instant());
      return;
    }
    desk.answer(ledger::write, clock.instant());
    long ended = System.nanoTime();
    restUntil = ended + REST * (ended - began);
  }

  /** Waits for one that is being written: nobody reads the ledger once it is closed. */
  private void close(ScheduledExecutorService thread) {
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    clear();
  }

  private void clear() {
    try {
      desk.clear();
    } catch (IOException failure) {
      log.warn("cannot remove a snapshot of the ledger", failure);
    }
  }
}
