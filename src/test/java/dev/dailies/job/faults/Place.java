package dev.dailies.job.faults;

/** Where in a task's life a provider misbehaves. */
enum Place {
  CREATE,
  POLL,
  FILE
}
