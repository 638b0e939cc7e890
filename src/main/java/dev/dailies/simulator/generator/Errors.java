package dev.dailies.simulator.generator;

import dev.dailies.simulator.Refusals;
import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The backend's error answers, in its own words; only the 429 and the 413 are made up. */
final class Errors implements Refusals {

  static Answer of(int status, String error) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
  }

  static Answer of(String error, String details) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error);
    return Answer.json(500, body.put("details", details));
  }

  @Override
  public Answer tooMany(long retryAfterSeconds) {
    return of(429, "Слишком много запросов").with("Retry-After", Long.toString(retryAfterSeconds));
  }

  @Override
  public Answer broken() {
    return of("Ошибка при обработке запроса", "fetch failed");
  }

  @Override
  public Answer tooLarge() {
    return of(413, "Слишком большой запрос");
  }
}
