package dev.dailies.provider.comfyui.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The inputs of a workflow that a row has filled. What a server has against any other is no fault
 * of the row. They stand in the body that is sent, since the mapping may be another one later.
 */
public final class RowInputs {

  private static final String KEY = "row";

  private final Set<Target> targets;

  private RowInputs(Set<Target> targets) {
    this.targets = targets;
  }

  /**
   * Those of the parameters that a row has a value for.
   *
   * @param said their names
   */
  public static RowInputs of(Template template, Set<String> said) {
    return new RowInputs(
        template.parameters().stream()
            .filter(parameter -> said.contains(parameter.name()))
            .flatMap(parameter -> parameter.targets().stream())
            .map(target -> Target.whole(target.node(), target.input()))
            .collect(Collectors.toSet()));
  }

  /** Reads them where {@link #putInto} has put them. */
  public static RowInputs in(JsonNode own) {
    return new RowInputs(
        own.path(KEY)
            .valueStream()
            .map(pair -> Target.whole(pair.path(0).asString(""), pair.path(1).asString("")))
            .collect(Collectors.toSet()));
  }

  public void putInto(ObjectNode own) {
    ArrayNode pairs = own.putArray(KEY);
    targets.forEach(target -> pairs.addArray().add(target.node()).add(target.input()));
  }

  public boolean has(String node, String input) {
    return targets.contains(Target.whole(node, input));
  }

  /** True if any input of the node is the row's. */
  public boolean touch(String node) {
    return targets.stream().anyMatch(target -> target.node().equals(node));
  }

  /** True if the row's values make up most of a graph, so that it is the row that is too large. */
  public boolean outweighs(ObjectNode graph) {
    long ofTheRow =
        targets.stream().mapToLong(target -> target.in(graph).toString().length()).sum();
    return ofTheRow * 2 > graph.toString().length();
  }
}
