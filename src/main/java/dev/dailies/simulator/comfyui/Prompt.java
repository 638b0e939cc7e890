package dev.dailies.simulator.comfyui;

import dev.dailies.simulator.task.IssuedTicket;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workflow that the server accepted.
 *
 * @param number its place: the lowest runs first
 * @param ticket how it will end, and when, and with which pictures
 * @param extraData what came with it, with the time of its arrival
 * @param outputs the nodes that will run
 */
record Prompt(
    String id,
    BigDecimal number,
    IssuedTicket ticket,
    Graph graph,
    ObjectNode extraData,
    List<String> outputs) {

  /** As the queue and the history have it. */
  ArrayNode json() {
    ArrayNode item = JsonNodeFactory.instance.arrayNode();
    item.add(number).add(id).add(graph.nodes()).add(extraData);
    ArrayNode nodes = item.addArray();
    outputs.forEach(nodes::add);
    return item;
  }

  /** The id of the workflow itself, if the client gave one. */
  JsonNode workflowId() {
    return extraData.path("extra_pnginfo").path("workflow").path("id");
  }
}
