package dev.dailies.job;

/** Where in a task's life a provider misbehaves. */
enum Place {
  CREATE,
  POLL,
  FILE
}
