package dev.dailies.simulator.comfyui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds which outputs of a workflow can run, and what is wrong with the others. */
final class GraphCheck {

  private final NodeTypes types;
  private final Inputs files;
  private final Graph graph;
  private final List<String> good = new ArrayList<>();
  private final ObjectNode errors = JsonNodeFactory.instance.objectNode();
  private final Map<String, ArrayNode> checked = new HashMap<>();

  GraphCheck(NodeTypes types, Inputs files, Graph graph) {
    this.types = types;
    this.files = files;
    this.graph = graph;
    graph.ids().stream().filter(id -> types.isOutput(graph.type(id))).forEach(this::checkOutput);
  }

  /** The first node whose class the server does not have. */
  static Optional<String> unknown(NodeTypes types, Graph graph) {
    return graph.ids().stream().filter(id -> !types.has(graph.type(id))).findFirst();
  }

  boolean hasOutputs() {
    return graph.ids().stream().anyMatch(id -> types.isOutput(graph.type(id)));
  }

  /** The outputs that can run. */
  List<String> good() {
    return List.copyOf(good);
  }

  /** What is wrong, by node. */
  ObjectNode errors() {
    return errors;
  }

  private void checkOutput(String output) {
    Set<String> reached = new LinkedHashSet<>();
    reach(output, reached);
    List<String> bad = reached.stream().filter(id -> !check(id).isEmpty()).toList();
    if (bad.isEmpty()) {
      good.add(output);
    }
    bad.forEach(id -> tell(id, output));
  }

  private void reach(String id, Set<String> reached) {
    if (!graph.node(id).isMissingNode() && reached.add(id)) {
      graph.sources(id).forEach(source -> reach(source, reached));
    }
  }

  private ArrayNode check(String id) {
    return checked.computeIfAbsent(id, node -> new NodeCheck(types, files, graph, node).errors());
  }

  private void tell(String id, String output) {
    if (!errors.has(id)) {
      ObjectNode entry = errors.putObject(id);
      entry.set("errors", check(id));
      entry.putArray("dependent_outputs");
      entry.put("class_type", graph.type(id));
    }
    ((ArrayNode) errors.path(id).path("dependent_outputs")).add(output);
  }
}
