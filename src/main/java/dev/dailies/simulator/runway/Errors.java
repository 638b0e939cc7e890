package dev.dailies.simulator.runway;

import dev.dailies.simulator.Refusals;
import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runway's error answers: a sentence below {@code error}. The sentences are not Runway's own. */
final class Errors implements Refusals {

  static Answer of(int status, String error) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
  }

  @Override
  public Answer tooMany(long retryAfterSeconds) {
    return of(429, "Too many requests.").with("Retry-After", Long.toString(retryAfterSeconds));
  }

  @Override
  public Answer broken() {
    return of(500, "An unexpected error occurred.");
  }

  @Override
  public Answer tooLarge() {
    return of(413, "The body is too large.");
  }
}
