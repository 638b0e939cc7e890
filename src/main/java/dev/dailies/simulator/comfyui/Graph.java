package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A workflow in the API's format: nodes by their ids. */
record Graph(JsonNode nodes) {

  JsonNode node(String id) {
    return nodes.path(id);
  }

  String type(String id) {
    return node(id).path("class_type").asString("");
  }

  JsonNode inputs(String id) {
    return node(id).path("inputs");
  }

  /** What a person calls the node. */
  String title(String id) {
    return node(id).path("_meta").path("title").asString(type(id));
  }

  List<String> ids() {
    return List.copyOf(nodes.propertyNames());
  }

  /** True if a value is a link to another node's output. */
  static boolean isLink(JsonNode value) {
    return value.isArray() && value.size() == 2;
  }

  /** The nodes that a node takes from. */
  Stream<String> sources(String id) {
    return inputs(id).valueStream().filter(Graph::isLink).map(link -> link.path(0).asString(""));
  }

  /** Says what is asked for: the first text of the workflow, else its first prefix of files. */
  String prompt() {
    return values("text").or(() -> values("filename_prefix")).map(JsonNode::asString).orElse("");
  }

  /** The first image that is loaded. */
  Optional<String> image() {
    return ids().stream()
        .filter(id -> type(id).equals("LoadImage"))
        .map(id -> inputs(id).path("image").asString(""))
        .findFirst();
  }

  Shape shape() {
    int width = values("width").map(value -> value.asInt(0)).orElse(0);
    int height = values("height").map(value -> value.asInt(0)).orElse(0);
    return width > 0 && height > 0 ? Shape.of(width, height) : Shape.WIDE;
  }

  /** The length of its video in whole seconds, within what a clip can have. */
  int seconds() {
    double frames = values("length").or(() -> values("amount")).map(n -> n.asDouble(0)).orElse(0d);
    double rate = values("fps").or(() -> values("frame_rate")).map(n -> n.asDouble(0)).orElse(0d);
    long seconds = rate > 0 ? Math.round(frames / rate) : 0;
    return (int) Math.max(1, Math.min(seconds, IssuedTicket.LONGEST_CLIP));
  }

  /** The first literal value of an input of that name. */
  private Optional<JsonNode> values(String input) {
    return ids().stream()
        .map(id -> inputs(id).path(input))
        .filter(value -> value.isValueNode() && !value.isNull())
        .findFirst();
  }
}
