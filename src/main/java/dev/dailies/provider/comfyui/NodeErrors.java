package dev.dailies.provider.comfyui;

import dev.dailies.provider.comfyui.workflow.NodeName;
import dev.dailies.provider.comfyui.workflow.RowInputs;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What ComfyUI has against a prompt. With the most common refusal its own {@code error.details} is
 * empty, and the reasons stand with the nodes.
 */
final class NodeErrors {

  private static final int MOST = 50;

  /** Room for every model that a large workflow lacks. */
  private static final int LONGEST = 1500;

  private static final String CUSTOM = "custom_validation_failed";

  private final JsonAnswer answer;
  private final JsonNode graph;
  private final JsonNode own;
  private final RowInputs ofTheRow;

  /**
   * @param body what was sent
   */
  NodeErrors(JsonAnswer answer, JsonNode body) {
    this.answer = answer;
    this.graph = body.path("prompt");
    this.own = PromptBody.own(body);
    this.ofTheRow = RowInputs.in(own);
  }

  /** True if there is one. */
  boolean isAny() {
    JsonNode errors = answer.root().path("node_errors");
    return errors.isContainer() && !errors.isEmpty();
  }

  /** True if all of it is about inputs that the row has filled. */
  boolean areOfTheRow() {
    return isAny()
        && nodes().allMatch(node -> errors(node).allMatch(error -> isOfTheRow(node, error)));
  }

  private boolean isOfTheRow(Map.Entry<String, JsonNode> node, JsonNode error) {
    if (fits(node.getKey(), error)) {
      return true;
    }
    // A node that checks several inputs together gives its reason once for each of them.
    return isCustom(error)
        && errors(node).anyMatch(other -> isCustom(other) && fits(node.getKey(), other));
  }

  private boolean fits(String node, JsonNode error) {
    JsonNode about = error.path("extra_info");
    String upstream = about.path("linked_node").path(0).asString("");
    String input = about.path("input_name").asString("");
    boolean namesNoInputOfOurs = (input.isEmpty() && upstream.isEmpty()) || isReplaced(node);
    return ofTheRow.has(node, input)
        || ofTheRow.touch(upstream)
        || (namesNoInputOfOurs && ofTheRow.touch(node));
  }

  /** A newer server puts another node in the place of a retired one, with inputs of other names. */
  private boolean isReplaced(String node) {
    String sent = graph.path(node).path("class_type").asString("");
    return !answer
        .root()
        .at("/node_errors")
        .path(node)
        .path("class_type")
        .asString(sent)
        .equals(sent);
  }

  private static boolean isCustom(JsonNode error) {
    return error.path("type").asString("").equals(CUSTOM);
  }

  /** True if the row's values are most of what was sent. */
  boolean isMostlyTheRow() {
    return graph instanceof ObjectNode object && ofTheRow.outweighs(object);
  }

  /** ComfyUI's word for the refusal. */
  String code() {
    String type = answer.text(answer.root().path("error").path("type"));
    return type == null ? "http_" + answer.status() : JsonAnswer.onOneLine(type);
  }

  /** All of it in a line. */
  String words() {
    List<String> words = nodes().flatMap(this::ofNode).limit(MOST).toList();
    return PlainText.oneLine(words.isEmpty() ? general() : String.join("; ", words), LONGEST);
  }

  /** The same as a fault that no row can mend; which row met it first may help. */
  String inTheWorkflow() {
    String shot = own.path("shot").asString("");
    return "the server cannot run the workflow as it is"
        + (shot.isEmpty() ? "" : ", seen with the row " + shot)
        + ": "
        + words();
  }

  private Stream<Map.Entry<String, JsonNode>> nodes() {
    return answer.root().path("node_errors").propertyStream();
  }

  private static Stream<JsonNode> errors(Map.Entry<String, JsonNode> node) {
    return node.getValue().path("errors").valueStream();
  }

  private Stream<String> ofNode(Map.Entry<String, JsonNode> node) {
    JsonNode sent = graph.path(node.getKey());
    String className =
        node.getValue().path("class_type").asString(sent.path("class_type").asString(""));
    String title = sent.path("_meta").path("title").asString("");
    String name = NodeName.of(className, node.getKey(), title);
    return errors(node).map(error -> name + ": " + ofError(error));
  }

  /** The list of what there is instead may be long, and would hide the other errors. */
  private String ofError(JsonNode error) {
    JsonNode about = error.path("extra_info");
    String received = answer.text(about.path("received_value"));
    String input = answer.text(about.path("input_name"));
    return error.path("type").asString("").equals("value_not_in_list")
            && received != null
            && input != null
        ? join(error.path("message")) + ": " + input + " '" + received + "'"
        : join(error.path("message"), error.path("details"));
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
