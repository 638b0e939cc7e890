package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;

/** The error answers that every format has, in its own words. */
public interface Refusals {

  /** Too many requests: a later one may work. */
  Answer tooMany(long retryAfterSeconds);

  /** An error of the server. */
  Answer broken();

  /** The body has too many bytes. */
  Answer tooLarge();
}
