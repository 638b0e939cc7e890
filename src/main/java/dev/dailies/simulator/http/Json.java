package dev.dailies.simulator.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what clients send. */
public final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** The JSON in a body; empty if it is none. */
  public static Optional<JsonNode> parse(byte[] body) {
    try {
      return Optional.of(MAPPER.readTree(body));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
