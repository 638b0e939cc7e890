package dev.dailies.simulator.comfyui;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds what is wrong with the inputs of one node. */
final class NodeCheck {

  private final NodeTypes types;
  private final Inputs files;
  private final Graph graph;
  private final String id;
  private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();

  NodeCheck(NodeTypes types, Inputs files, Graph graph, String id) {
    this.types = types;
    this.files = files;
    this.graph = graph;
    this.id = id;
  }

  ArrayNode errors() {
    types
        .inputs(graph.type(id), "required")
        .forEachEntry((name, kind) -> check(name, kind, graph.inputs(id).path(name), true));
    types
        .inputs(graph.type(id), "optional")
        .forEachEntry((name, kind) -> check(name, kind, graph.inputs(id).path(name), false));
    return errors;
  }

  private void check(String name, JsonNode kind, JsonNode value, boolean required) {
    if (value.isMissingNode()) {
      if (required) {
        add("required_input_missing", "Required input is missing", name, name);
      }
    } else if (Graph.isLink(value)) {
      checkLink(name, kind.path(0).asString("COMBO"), value);
    } else if (kind.path(0).isArray() || kind.path(0).asString("").equals("COMBO")) {
      checkChoice(name, kind, value);
    } else {
      checkLiteral(name, kind, value);
    }
  }

  private void checkLink(String name, String wanted, JsonNode link) {
    String source = link.path(0).asString("");
    if (graph.node(source).isMissingNode()) {
      add(
          "exception_during_inner_validation",
          "Exception when validating inner node",
          "'" + source + "'",
          name);
      return;
    }
    String given = types.output(graph.type(source), link.path(1).asInt(-1));
    if (!given.equals(wanted)) {
      String details = name + ", received_type(" + given + ") mismatch input_type(" + wanted + ")";
      add("return_type_mismatch", "Return type mismatch between linked nodes", details, name);
    }
  }

  /** A list of files is the server's own; a list of words is part of the class. */
  private void checkChoice(String name, JsonNode kind, JsonNode value) {
    String text = value.asString("");
    JsonNode options = kind.path(0).isArray() ? kind.path(0) : kind.path(1).path("options");
    if (kind.path(1).has("image_upload") || kind.path(1).has("video_upload")) {
      if (!files.has(text)) {
        String what = kind.path(1).has("image_upload") ? "image" : "video";
        String details = name + " - Invalid " + what + " file: " + text;
        add("custom_validation_failed", "Custom validation failed for node", details, name);
      }
    } else if (options.valueStream().noneMatch(option -> option.asString("").equals(text))) {
      String details = name + ": '" + text + "' not in " + options;
      add("value_not_in_list", "Value not in list", details, name);
    }
  }

  private void checkLiteral(String name, JsonNode kind, JsonNode value) {
    String type = kind.path(0).asString("");
    switch (type) {
      case "INT", "FLOAT" -> checkNumber(name, type, kind.path(1), value);
      case "STRING", "BOOLEAN" -> {}
      default -> {
        String details = name + ", " + value + ", expected a linked input";
        add("bad_linked_input", "Bad linked input, must be a length-2 list", details, name);
      }
    }
  }

  private void checkNumber(String name, String type, JsonNode limits, JsonNode value) {
    if (!value.isNumber()) {
      String message = "Failed to convert an input value to a " + type + " value";
      add("invalid_input_type", message, name + ", " + value, name);
    } else if (value.decimalValue().compareTo(limits.path("min").decimalValue()) < 0) {
      String message = "Value " + value + " smaller than min of " + limits.path("min");
      add("value_smaller_than_min", message, name, name);
    } else if (value.decimalValue().compareTo(limits.path("max").decimalValue()) > 0) {
      String message = "Value " + value + " bigger than max of " + limits.path("max");
      add("value_bigger_than_max", message, name, name);
    }
  }

  private void add(String type, String message, String details, String input) {
    errors
        .addObject()
        .put("type", type)
        .put("message", message)
        .put("details", details)
        .putObject("extra_info")
        .put("input_name", input);
  }
}
