package dev.dailies.job.download;

import dev.dailies.job.run.DueTimer;
import dev.dailies.ledger.Output;
import dev.dailies.pacing.BackOff;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one run fetches the files of one task: what is here, what was tried, when to try again. */
final class Delivery {

  /** In bytes. Less than this from each try, and a run might never end. */
  private static final long WORTH_WAITING = 1_000_000;

  private final long taskId;
  private final Patience patience;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private final Map<Integer, Output> fetched = new TreeMap<>();
  private final DueTimer timer = new DueTimer();
  private final boolean linksMayBeOld;
  private @Nullable Long troubleSince;
  private int refusals;
  private int gone;
  private @Nullable String told;
  private boolean tried;

  private Delivery(long taskId, Patience patience, boolean linksMayBeOld) {
    this.taskId = taskId;
    this.patience = patience;
    this.linksMayBeOld = linksMayBeOld;
  }

  /** Of a task that has just been seen to be finished: its links are fresh. */
  static Delivery ofNew(long taskId, Patience patience) {
    return new Delivery(taskId, patience, false);
  }

  /** Of a task that was finished before this run began: fresh links are asked for first. */
  static Delivery ofOld(long taskId, Patience patience) {
    return new Delivery(taskId, patience, true);
  }

  long taskId() {
    return taskId;
  }

  /** What came, by its number. Used by one thread at a time. */
  Map<Integer, Output> fetched() {
    return fetched;
  }

  /** When the next try is due; ended once it is left to the next run. */
  DueTimer timer() {
    return timer;
  }

  /** True if the links may be stale: then fresh ones are asked for first. */
  synchronized boolean wantsFreshLinks() {
    return tried || linksMayBeOld;
  }

  /** Notes what the provider says where it has no result. */
  synchronized void isTold(@Nullable String insteadOfAResult) {
    told = insteadOfAResult;
  }

  /** What the provider says where it has no result; null if it says nothing. */
  synchronized @Nullable String told() {
    return told;
  }

  /** Notes whether the provider still has the task. */
  synchronized void seen(boolean here) {
    gone = here ? 0 : gone + 1;
  }

  /** True if the provider has said more than once, and last, that it does not have the task. */
  synchronized boolean isGone() {
    return gone > 1;
  }

  /**
   * A link was refused, or led to no clip.
   *
   * @param needsAPerson true if it looks as if no other try would fare better; believed when it is
   *     seen twice
   * @return how long until the next try; empty for no more
   */
  synchronized Optional<Duration> refused(boolean needsAPerson) {
    boolean hopeless = needsAPerson && refusals > 0;
    return hopeless ? Optional.empty() : patience.pause(refusals++);
  }

  /** True if no more than a few quick tries are made. */
  boolean isQuick() {
    return patience.isQuick();
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
    tryIn(retryAfter == null || retryAfter.compareTo(own) < 0 ? own : retryAfter);
  }

  synchronized void tryIn(Duration wait) {
    tried = true;
    timer.again(wait);
  }

  /** Leaves it to the next run. */
  void giveUp() {
    timer.end();
  }
}
