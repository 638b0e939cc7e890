package dev.dailies.simulator.runway;

import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a body, field by field. */
final class Issues {

  private final ArrayNode list = JsonNodeFactory.instance.arrayNode();

  void add(String code, String field, String message) {
    ObjectNode issue = list.addObject().put("code", code);
    issue.putArray("path").add(field);
    issue.put("message", message);
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  Answer answer() {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("error", "Validation of body failed");
    body.set("issues", list);
    return Answer.json(400, body.put("docUrl", "https://docs.dev.runwayml.com/api"));
  }
}
