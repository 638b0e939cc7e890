package dev.dailies.provider.comfyui.workflow;

import dev.dailies.files.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What of a template goes into every clip, as a digest. Titles, the order of nodes, and values that
 * every row replaces are left out of it: the editor changes them by itself.
 */
public final class Recipe {

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Recipe() {}

  public static String of(Template template) {
    ObjectNode graph = template.workflow().graph().deepCopy();
    graph.values().forEach(node -> ((ObjectNode) node).remove("_meta"));
    template.parameters().stream()
        .filter(parameter -> parameter.required() || parameter.name().equals("seed"))
        .forEach(parameter -> replace(parameter.targets(), parameter.name(), graph));
    replace(template.prefixes(), "prefix", graph);
    String parameters =
        template.parameters().stream()
            .sorted(Comparator.comparing(Parameter::name))
            .map(Recipe::described)
            .collect(Collectors.joining("\n"));
    String nodes =
        SORTED.writeValueAsString(
            SORTED.convertValue(graph, new TypeReference<Map<String, Object>>() {}));
    return Sha256.of(String.join("\n", nodes, parameters, template.outputs().toString()));
  }

  private static void replace(List<Target> targets, String name, ObjectNode graph) {
    targets.forEach(target -> target.put(graph, StringNode.valueOf("%" + name + "%")));
  }

  private static String described(Parameter parameter) {
    return "%s %s * %s + %s -> %s"
        .formatted(
            parameter.name(),
            parameter.type(),
            parameter.linear().times().toPlainString(),
            parameter.linear().plus().toPlainString(),
            places(parameter.targets()));
  }

  private static String places(Collection<Target> targets) {
    return targets.stream()
        .map(target -> target.node() + "." + target.input())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
