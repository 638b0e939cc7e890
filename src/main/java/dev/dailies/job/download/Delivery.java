package dev.dailies.job.download;

import dev.dailies.job.run.DueTimer;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.pacing.BackOff;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one run fetches the files of one task: what is here, what was tried, when to try again. */
final class Delivery {

  /** In bytes. Less than this from each try, and a run might never end. */
  private static final long WORTH_WAITING = 1_000_000;

  private final long taskId;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final Map<Integer, DeliveredFile> files = new TreeMap<>();
  private final DueTimer timer = new DueTimer();
  private @Nullable Long troubleSince;
  private int staleLinks;
  private boolean tried;

  Delivery(long taskId) {
    this.taskId = taskId;
  }

  long taskId() {
    return taskId;
  }

  /** The files that are here, by the number of their output. Used by one thread at a time. */
  Map<Integer, DeliveredFile> files() {
    return files;
  }

  /** When the next try is due; ended once it is left to the next run. */
  DueTimer timer() {
    return timer;
  }

  /** True if the links were tried before: then fresh ones are asked for first. */
  synchronized boolean wasTried() {
    return tried;
  }

  /** True if fresh links, too, were answered as expired for the given number of times. */
  synchronized boolean isStaleAfter(int times) {
    return ++staleLinks >= times;
  }

  /**
   * A try failed, but for the bytes it gained: a server that goes on sending is given more time.
   *
   * @return for how long it has been so
   */
  synchronized Duration trouble(long gained) {
    if (troubleSince == null || gained >= WORTH_WAITING) {
      troubleSince = System.nanoTime();
    }
    return Duration.ofNanos(System.nanoTime() - troubleSince);
  }

  synchronized void tryAgain(@Nullable Duration retryAfter) {
    Duration own = backOff.next();
    Duration wait = retryAfter == null || retryAfter.compareTo(own) < 0 ? own : retryAfter;
    tried = true;
    timer.again(wait);
  }

  /** Leaves it to the next run. */
  void giveUp() {
    timer.end();
  }
}
