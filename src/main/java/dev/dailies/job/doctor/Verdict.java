package dev.dailies.job.doctor;

/** What a check says of what it has looked at. */
public enum Verdict {
  /** Nothing is wrong with it, as far as can be seen. */
  OK,
  /** A run goes on all the same, but a person should know. */
  WARNING,
  /** A run would not go through. */
  FAILURE
}
