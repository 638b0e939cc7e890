package dev.dailies.provider.comfyui;

import dev.dailies.provider.comfyui.workflow.NodeName;
import dev.dailies.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells what a prompt has made where none of it is a result. */
final class NoResult {

  private static final int LONGEST = 400;

  private final JsonNode outputs;
  private final JsonNode graph;

  /**
   * @param outputs what each node has made
   * @param graph as the server has it; may be missing
   */
  NoResult(JsonNode outputs, JsonNode graph) {
    this.outputs = outputs;
    this.graph = graph;
  }

  /**
   * As in "PreviewImage #11 made 1 file, a preview (temp)", and which node has made what could be
   * wanted.
   *
   * @param wanted the nodes that count; empty for all
   */
  String told(List<String> wanted) {
    List<String> nodes = wanted.isEmpty() ? List.copyOf(outputs.propertyNames()) : wanted;
    String made =
        nodes.isEmpty()
            ? "finished, and no node made anything"
            : nodes.stream()
                .map(id -> called(id) + " made " + described(id))
                .collect(Collectors.joining(", "));
    String kept =
        outputs.propertyNames().stream()
            .filter(id -> files(id).anyMatch(file -> type(file).equals("output")))
            .map(this::called)
            .collect(Collectors.joining(", "));
    String hint = kept.isEmpty() ? "" : "; name one of these as output.node: " + kept;
    return PlainText.oneLine(made + hint, LONGEST);
  }

  private String described(String id) {
    List<String> types = files(id).map(NoResult::type).toList();
    if (types.isEmpty()) {
      return "no file";
    }
    boolean one = types.size() == 1;
    String kinds =
        types.stream().distinct().map(type -> kind(type, one)).collect(Collectors.joining(", "));
    return one ? "1 file, " + kinds : types.size() + " files, " + kinds;
  }

  private static String kind(String type, boolean one) {
    return switch (type) {
      case "temp" -> one ? "a preview (temp)" : "previews (temp)";
      case "input" -> one ? "an input" : "inputs";
      default -> "of the type " + type;
    };
  }

  private Stream<JsonNode> files(String id) {
    return outputs
        .path(id)
        .valueStream()
        .flatMap(list -> list.isArray() ? list.valueStream() : Stream.empty())
        .filter(file -> !file.path("filename").asString("").isBlank());
  }

  private static String type(JsonNode file) {
    return file.path("type").asString("output");
  }

  private String called(String id) {
    JsonNode node = graph.path(id);
    return NodeName.of(
        node.path("class_type").asString(""), id, node.at("/_meta/title").asString(""));
  }
}
