package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;

/** How a format words what each of them may have to say. */
public interface Refusals {

  /** Later may work. */
  Answer tooMany(long retryAfterSeconds);

  /** Something went wrong, whatever it was. */
  Answer broken();

  /** The body has too many bytes. */
  Answer tooLarge();
}
