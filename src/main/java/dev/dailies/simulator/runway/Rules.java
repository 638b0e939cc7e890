package dev.dailies.simulator.runway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runway's models with their fields, by operation, as its OpenAPI document of 2026-08-08 has them.
 */
final class Rules {

  private final Map<String, Map<String, ModelRule>> operations;

  private Rules(Map<String, Map<String, ModelRule>> operations) {
    this.operations = operations;
  }

  static Rules read() {
    JsonMapper mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    try (InputStream file =
        Objects.requireNonNull(Rules.class.getResourceAsStream("rules.json"), "rules.json")) {
      return new Rules(mapper.readValue(file, new TypeReference<>() {}));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The models that an operation knows. */
  Map<String, ModelRule> models(String operation) {
    return Objects.requireNonNull(operations.get(operation), operation);
  }
}
