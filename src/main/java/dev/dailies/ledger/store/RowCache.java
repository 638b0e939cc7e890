package dev.dailies.ledger.store;

import java.util.Optional;

/**
 * How many rows HSQLDB keeps in memory. Its usual 50,000, or 10 MB as they are on disk, take about
 * 30 MB: a small heap would be full of them. It is told a number of rows and not of bytes, since it
 * refuses a row that is larger than its cache, and a row may hold a whole picture.
 */
final class RowCache {

  /** In a heap of this size the usual cache does no harm. */
  private static final long AMPLE_HEAP = 160_000_000;

  /** A row and what it needs beside it take about 3 kB: a fifth of the heap at most. */
  private static final long HEAP_PER_ROW = 16_000;

  private static final long LEAST_ROWS = 1_000;

  private RowCache() {}

  /**
   * What to say to HSQLDB before it opens a table: of tables that are there already it takes effect
   * at the next start.
   *
   * @param heap bytes
   * @return empty where the usual cache will do: each statement costs a sync of the log
   */
  static Optional<String> statement(long heap) {
    return heap < AMPLE_HEAP
        ? Optional.of("set files cache rows " + Math.max(LEAST_ROWS, heap / HEAP_PER_ROW))
        : Optional.empty();
  }
}
