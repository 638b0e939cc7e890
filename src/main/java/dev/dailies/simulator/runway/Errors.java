package dev.dailies.simulator.runway;

import dev.dailies.simulator.Refusals;
import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runway's error answers: a sentence below {@code error}. The sentences are not Runway's own. */
final class Errors implements Refusals {

  static Answer of(int status, String error) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
  }

  /** Runway's own words, as many have met them: a 400 without {@code issues}. */
  static Answer noCredits() {
    return Answer.json(
        400,
        JsonNodeFactory.instance
            .objectNode()
            .put("error", "You do not have enough credits to run this task.")
            .put("docUrl", "https://docs.dev.runwayml.com/api"));
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
