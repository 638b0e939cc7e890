package dev.dailies.provider.comfyui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings a workflow and its mapping together, and refuses what could not work. */
final class TemplateReader {

  /** Columns that a row hardly leaves out on purpose. */
  private static final Set<String> USUALLY_REQUIRED = Set.of("prompt", "image", "video");

  private static final String PREFIX = "filename_prefix";

  private final Workflow workflow;
  private final Mapping mapping;
  private final Targets targets;

  private TemplateReader(Workflow workflow, Mapping mapping) {
    this.workflow = workflow;
    this.mapping = mapping;
    this.targets = new Targets(workflow, mapping.file());
  }

  /**
   * Reads both files.
   *
   * @param mapping null if there is none
   * @throws IllegalArgumentException if one of them cannot be used
   */
  static Template read(Path workflow, @Nullable Path mapping) {
    Workflow graph = Workflow.read(workflow);
    Mapping said = mapping == null ? Mapping.none(graph.file()) : Mapping.read(mapping);
    return new TemplateReader(graph, said).template();
  }

  private Template template() {
    List<Target> prefixes = prefixes();
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    mapping.inputs().forEach(entry -> parameters.put(entry.name(), parameter(entry)));
    Placeholders.in(workflow, prefixes)
        .forEach((name, places) -> parameters.merge(name, ofPlaceholder(name, places), this::both));
    if (parameters.isEmpty()) {
      throw unusable(
          "nothing of a row goes into the workflow",
          "write a mapping, or placeholders as in \"%prompt%\"");
    }
    checkThatNoTwoMeet(parameters.values().stream().flatMap(p -> p.targets().stream()), prefixes);
    return new Template(workflow, List.copyOf(parameters.values()), prefixes, outputs());
  }

  private Parameter parameter(Mapping.Entry entry) {
    List<Target> found =
        entry.targets().stream().map(t -> targets.find("inputs." + entry.name(), t)).toList();
    Boolean required = entry.required();
    return new Parameter(
        entry.name(),
        entry.type() == null ? typeOf(entry.name(), found.get(0)) : entry.type(),
        required == null ? USUALLY_REQUIRED.contains(entry.name()) : required,
        found,
        entry.linear());
  }

  private ParameterType typeOf(String name, Target target) {
    JsonNode value = target.in(workflow.graph());
    boolean tells = !Placeholders.isOne(value) && !USUALLY_REQUIRED.contains(name);
    return tells ? ParameterType.of(value) : Placeholders.typeOf(name);
  }

  /** A placeholder has no other value to fall back on, so it is required. */
  private static Parameter ofPlaceholder(String name, List<Target> places) {
    return new Parameter(name, Placeholders.typeOf(name), true, places, LinearScale.NONE);
  }

  private Parameter both(Parameter mapped, Parameter placeholder) {
    List<Target> all =
        Stream.concat(mapped.targets().stream(), placeholder.targets().stream())
            .distinct()
            .toList();
    return new Parameter(mapped.name(), mapped.type(), true, all, mapped.linear());
  }

  private List<Target> prefixes() {
    List<Target> prefixes =
        mapping.prefixes().isEmpty()
            ? workflow.ids().stream()
                .filter(id -> workflow.inputs(id).path(PREFIX).isString())
                .map(id -> Target.whole(id, PREFIX))
                .toList()
            : mapping.prefixes().stream().map(t -> targets.find("output.prefix", t)).toList();
    if (prefixes.isEmpty()) {
      throw unusable(
          "no node has a " + PREFIX + ", so that ComfyUI would give back the files of old prompts",
          "save with a node that has one, or name the input as output.prefix");
    }
    return prefixes;
  }

  private List<String> outputs() {
    if (mapping.outputs().isEmpty() && workflow.ends().size() != 1) {
      throw unusable(
          "%d nodes could hold the result: %s"
              .formatted(workflow.ends().size(), workflow.called(workflow.ends())),
          "name the one whose files you want as output.node");
    }
    return mapping.outputs().stream().map(name -> targets.node("output.node", name)).toList();
  }

  private void checkThatNoTwoMeet(Stream<Target> values, List<Target> prefixes) {
    Set<Target> seen = new HashSet<>(prefixes);
    List<Target> twice = new ArrayList<>(values.filter(target -> !seen.add(target)).toList());
    if (!twice.isEmpty()) {
      Target first = twice.get(0);
      throw unusable(
          "two values go into %s.%s".formatted(workflow.called(first.node()), first.input()),
          "give it one");
    }
  }

  private IllegalArgumentException unusable(String problem, String fix) {
    return Workflow.unusable(mapping.file(), problem, fix);
  }
}
