package dev.dailies.provider.comfyui.workflow;

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
public final class TemplateReader {

  /** Columns that a row hardly leaves out on purpose. */
  private static final Set<String> USUALLY_REQUIRED = Set.of("prompt", "image", "video");

  private final Workflow workflow;
  private final Mapping mapping;
  private final String draft;
  private final Targets targets;

  private TemplateReader(Workflow workflow, Mapping mapping, String draft) {
    this.workflow = workflow;
    this.mapping = mapping;
    this.draft = draft;
    this.targets = new Targets(workflow, mapping.file());
  }

  /**
   * Reads both files.
   *
   * @param mapping null if there is none
   * @throws IllegalArgumentException if one of them cannot be used
   */
  public static Template read(Path workflow, @Nullable Path mapping) {
    Workflow graph = Workflow.read(workflow);
    return mapping == null ? unmapped(graph) : of(graph, Mapping.read(mapping), "");
  }

  /** Placeholders are what the user wants; without any, what the workflow itself tells is taken. */
  private static Template unmapped(Workflow graph) {
    String draft = draft(graph);
    return draft.isEmpty()
        ? of(graph, Mapping.none(graph.file()), "")
        : of(graph, Mapping.of(graph.file(), draft), draft);
  }

  private static Template of(Workflow graph, Mapping mapping, String draft) {
    return new TemplateReader(graph, mapping, draft).template();
  }

  /** What is used of a workflow that has no mapping; empty if it has placeholders. */
  public static String draft(Workflow graph) {
    return Placeholders.in(graph, usualPrefixes(graph)).isEmpty() ? Draft.of(graph) : "";
  }

  private static List<Target> usualPrefixes(Workflow graph) {
    return graph.ids().stream()
        .filter(id -> graph.inputs(id).path(Workflow.PREFIX).isString())
        .map(id -> Target.whole(id, Workflow.PREFIX))
        .toList();
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
    return new Template(workflow, List.copyOf(parameters.values()), prefixes, outputs(), draft);
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
            ? usualPrefixes(workflow)
            : mapping.prefixes().stream().map(t -> targets.find("output.prefix", t)).toList();
    if (prefixes.isEmpty()) {
      throw unusable(
          "no node has a "
              + Workflow.PREFIX
              + ", so that ComfyUI would give back the files of old prompts",
          "save with a node that has one, or name the input as output.prefix");
    }
    return prefixes;
  }

  /** Where the mapping says nothing, and there are other ends too, what savers keep. */
  private List<String> outputs() {
    if (!mapping.outputs().isEmpty()) {
      return mapping.outputs().stream().map(name -> targets.node("output.node", name)).toList();
    }
    List<String> ends = workflow.ends();
    if (ends.size() == 1) {
      return List.of();
    }
    List<String> savers = ends.stream().filter(workflow::saves).toList();
    if (savers.isEmpty()) {
      throw unusable(
          "%d nodes could hold the result: %s".formatted(ends.size(), workflow.called(ends)),
          "name the one whose files you want as output.node");
    }
    return savers;
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
