package dev.dailies.provider.comfyui.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A workflow and what of a row goes where in it.
 *
 * @param prefixes the inputs that begin the names of the files made
 * @param outputs the nodes whose files are delivered; empty for all
 * @param draft the mapping that was drafted, as there is none; empty if there is one
 */
public record Template(
    Workflow workflow,
    List<Parameter> parameters,
    List<Target> prefixes,
    List<String> outputs,
    String draft) {

  /** What a plan tells of a drafted mapping. */
  public List<String> assumptions() {
    if (draft.isEmpty()) {
      return List.of();
    }
    String first =
        "%s has no mapping, so this one is used; to change it, write it to %s"
            .formatted(workflow.file(), MappingFile.nameBeside(workflow.file()));
    return Stream.concat(Stream.of(first), draft.lines().map(line -> "  " + line)).toList();
  }

  /** The parameter of a name; empty if the workflow has no use for it. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** The size that the workflow has of its own; null if it has none. */
  @Nullable Size usualSize() {
    int width = usual("width");
    int height = usual("height");
    return width < 1 || height < 1 ? null : new Size(width, height);
  }

  private int usual(String name) {
    return parameter(name)
        .map(parameter -> parameter.targets().get(0).in(workflow.graph()))
        .map(value -> value.asInt(0))
        .orElse(0);
  }

  /**
   * The graph of one shot.
   *
   * @param values by the parameters' names; one that is missing stays as it is in the workflow
   */
  public ObjectNode fill(Map<String, JsonNode> values, String prefix) {
    ObjectNode graph = workflow.graph().deepCopy();
    for (Parameter parameter : parameters) {
      JsonNode value = values.get(parameter.name());
      if (value != null) {
        parameter.targets().forEach(target -> target.put(graph, value));
      }
    }
    prefixes.forEach(target -> target.put(graph, StringNode.valueOf(prefix)));
    return graph;
  }
}
