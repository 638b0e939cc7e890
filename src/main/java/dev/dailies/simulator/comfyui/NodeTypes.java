package dev.dailies.simulator.comfyui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The classes of nodes that the server has, in the form of {@code /object_info}. */
final class NodeTypes {

  private final JsonNode types;

  private NodeTypes(JsonNode types) {
    this.types = types;
  }

  static NodeTypes read() {
    try (InputStream file =
        Objects.requireNonNull(NodeTypes.class.getResourceAsStream("nodes.json"), "nodes.json")) {
      return new NodeTypes(new JsonMapper().readTree(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean has(String type) {
    return types.has(type);
  }

  boolean isOutput(String type) {
    return types.path(type).path("output_node").booleanValue(false);
  }

  /** The inputs of a class: {@code required} or {@code optional}. */
  JsonNode inputs(String type, String section) {
    return types.path(type).path("input").path(section);
  }

  /** The type of an output of a class; empty if it has no such output. */
  String output(String type, int slot) {
    return types.path(type).path("output").path(slot).asString("");
  }

  JsonNode all() {
    return types;
  }

  /** One class as {@code /object_info/{class}} tells it; empty if it is unknown. */
  JsonNode one(String type) {
    JsonNode info = types.path(type);
    return info.isMissingNode()
        ? JsonNodeFactory.instance.objectNode()
        : JsonNodeFactory.instance.objectNode().set(type, info);
  }
}
