package dev.dailies.provider.comfyui;

import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What ComfyUI has against a prompt. With the most common refusal its own {@code error.details} is
 * empty, and the reasons stand with the nodes.
 */
final class NodeErrors {

  private static final int MOST = 5;

  private final JsonAnswer answer;
  private final JsonNode graph;

  /**
   * @param graph what was sent, for the nodes' titles
   */
  NodeErrors(JsonAnswer answer, JsonNode graph) {
    this.answer = answer;
    this.graph = graph;
  }

  /** True if there is one. */
  boolean isAny() {
    JsonNode errors = answer.root().path("node_errors");
    return errors.isContainer() && !errors.isEmpty();
  }

  /** ComfyUI's word for the refusal. */
  String code() {
    String type = answer.text(answer.root().path("error").path("type"));
    return type == null ? "http_" + answer.status() : JsonAnswer.onOneLine(type);
  }

  /** All of it in a line. */
  String words() {
    List<String> words =
        answer
            .root()
            .path("node_errors")
            .propertyStream()
            .flatMap(node -> ofNode(node.getKey(), node.getValue()))
            .limit(MOST)
            .toList();
    return JsonAnswer.onOneLine(words.isEmpty() ? general() : String.join("; ", words));
  }

  private Stream<String> ofNode(String id, JsonNode node) {
    JsonNode sent = graph.path(id);
    String className = node.path("class_type").asString(sent.path("class_type").asString(""));
    String title = sent.path("_meta").path("title").asString("");
    String name = NodeName.of(className, id, title);
    return node.path("errors")
        .valueStream()
        .map(error -> name + ": " + join(error.path("message"), error.path("details")));
  }

  private String general() {
    JsonNode error = answer.root().path("error");
    String words = join(error.path("message"), error.path("details"));
    return words.isEmpty() ? answer.excerpt() : words;
  }

  private String join(JsonNode... texts) {
    return Stream.of(texts)
        .flatMap(text -> Stream.ofNullable(answer.text(text)))
        .collect(Collectors.joining(": "));
  }
}
