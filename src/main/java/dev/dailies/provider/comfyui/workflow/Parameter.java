package dev.dailies.provider.comfyui.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a row that goes into a workflow.
 *
 * @param name a column, {@code width}, {@code height}, or what follows {@code options.}
 * @param required true if the workflow has no value of its own for it
 */
public record Parameter(
    String name, ParameterType type, boolean required, List<Target> targets, LinearScale linear) {

  /** The manifest's column that it comes from. */
  public String column() {
    return ShotValues.columnOf(name);
  }

  /** What is sent for it; empty if the row says nothing, or nothing of this kind. */
  public Optional<JsonNode> value(Map<String, Object> given) {
    return Optional.ofNullable(given.get(name)).map(linear::of).flatMap(type::read);
  }
}
