package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies with which {@code POST /prompt} refuses. */
final class Refusal {

  private Refusal() {}

  static Answer noPrompt() {
    return answer("no_prompt", "No prompt provided", "No prompt provided", none(), none());
  }

  static Answer badId() {
    String details =
        "prompt_id must be a UUID string in canonical lowercase hyphenated form;"
            + " omit it to let the server generate one";
    return answer("invalid_prompt_id", "prompt_id must be a valid UUID", details, none(), none());
  }

  static Answer noOutputs() {
    return answer("prompt_no_outputs", "Prompt has no outputs", "", none(), none());
  }

  static Answer missingType(Graph graph, String id) {
    String title = graph.title(id);
    ObjectNode extra =
        none().put("node_id", id).put("class_type", graph.type(id)).put("node_title", title);
    String message = "Node '" + title + "' not found. The custom node may not be installed.";
    return answer("missing_node_type", message, "Node ID '#" + id + "'", extra, none());
  }

  static Answer invalid(JsonNode nodeErrors) {
    return answer(
        "prompt_outputs_failed_validation",
        "Prompt outputs failed validation",
        "",
        none(),
        nodeErrors);
  }

  private static Answer answer(
      String type, String message, String details, JsonNode extra, JsonNode nodeErrors) {
    ObjectNode body = none();
    body.putObject("error")
        .put("type", type)
        .put("message", message)
        .put("details", details)
        .set("extra_info", extra);
    return Answer.json(400, body.set("node_errors", nodeErrors));
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
