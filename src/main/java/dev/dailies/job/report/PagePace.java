package dev.dailies.job.report;

import java.time.Duration;

/**
 * When the page of a run that is under way is written again: every minute, and at once after a
 * doubt. Where a page takes long it comes more seldom, so that it never costs a run more than a
 * twentieth of its time.
 */
final class PagePace {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration AFTER_A_DOUBT = Duration.ofSeconds(5);
  private static final int SHARE = 20;

  private long due;
  private long dueAfterADoubt;
  private long doubts;

  /**
   * @param now as {@link System#nanoTime()}
   */
  PagePace(long now) {
    this.due = now + FIRST.toNanos();
    this.dueAfterADoubt = now;
  }

  /**
   * True if the page is to be written now.
   *
   * @param doubts how many doubts this run has had so far
   */
  boolean isDue(long now, long doubts) {
    return now - due >= 0 || (doubts > this.doubts && now - dueAfterADoubt >= 0);
  }

  /** The page was written, with so many doubts. */
  void written(long began, long ended, long doubts) {
    long rest = SHARE * (ended - began);
    this.due = ended + Math.max(EVERY.toNanos(), rest);
    this.dueAfterADoubt = ended + Math.max(AFTER_A_DOUBT.toNanos(), rest);
    this.doubts = doubts;
  }
}
