package dev.dailies.job.submit;

/** What came of trying to send a task, as far as the queue is concerned. */
enum Sent {
  /** A request went out for it. */
  YES,
  /** It was refused before anything went out. */
  NEVER,
  /** It is PLANNED, and may be tried again at once. */
  NOT_YET,
  /** It is PLANNED, and another run may try it. */
  NOT_IN_THIS_RUN
}
