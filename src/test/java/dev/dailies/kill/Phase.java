package dev.dailies.kill;

/** What a run is doing when it is killed. */
enum Phase {
  /** The JVM starts, settings are read, the database opens and replays its log. */
  STARTING,
  /** What the last process left is recovered, the manifest is planned. */
  RECOVERING,
  /** Requests that cost money are on the wire. */
  SUBMITTING,
  /** Tasks are looked at. */
  POLLING,
  /** Clips are fetched. */
  DOWNLOADING,
  /** After a SIGTERM: answers are waited for, reports are written, the database is closed. */
  ENDING;

  /** True if it comes only while there are tasks that are not settled. */
  boolean needsWork() {
    return this == SUBMITTING || this == POLLING || this == DOWNLOADING;
  }
}
