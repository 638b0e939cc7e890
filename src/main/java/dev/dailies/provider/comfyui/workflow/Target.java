package dev.dailies.provider.comfyui.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An input of a node that gets a value.
 *
 * @param node the node's id
 * @param placeholder the part of the input's text that the value replaces; empty if the value is
 *     all of it
 */
public record Target(String node, String input, String placeholder) {

  /** An input that becomes the value, with the value's own type. */
  static Target whole(String node, String input) {
    return new Target(node, input, "");
  }

  /** Writes the value into a graph. */
  void put(ObjectNode graph, JsonNode value) {
    ObjectNode inputs = (ObjectNode) graph.path(node).path("inputs");
    if (placeholder.isEmpty()) {
      inputs.set(input, value);
    } else {
      inputs.put(input, inputs.path(input).asString().replace(placeholder, value.asString()));
    }
  }

  /** What the graph has there. */
  JsonNode in(ObjectNode graph) {
    return graph.path(node).path("inputs").path(input);
  }
}
