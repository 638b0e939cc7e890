package dev.dailies.provider.comfyui.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Follows the links of a workflow, against their direction. */
final class Graph {

  private final Workflow workflow;

  Graph(Workflow workflow) {
    this.workflow = workflow;
  }

  /** All inputs that have one of these names, in the order of the file. */
  Stream<Target> inputs(Set<String> names) {
    return workflow.ids().stream()
        .flatMap(
            id ->
                workflow.inputs(id).propertyNames().stream()
                    .filter(names::contains)
                    .map(name -> Target.whole(id, name)));
  }

  JsonNode value(Target target) {
    return target.in(workflow.graph());
  }

  /** The node that an input is linked to; empty if it holds a value. */
  Optional<String> source(Target target) {
    return Optional.of(value(target)).filter(Workflow::isLink).map(link -> link.path(0).asString());
  }

  /**
   * Where the value of an input stands: there, or, through links, in the only input of the kind
   * that a node for nothing but a value has.
   */
  Optional<Target> holder(Target target, Predicate<JsonNode> kind) {
    Target at = target;
    for (int steps = 0; steps < workflow.ids().size(); steps++) {
      if (!Workflow.isLink(value(at))) {
        return Optional.of(at).filter(found -> kind.test(value(found)));
      }
      String node = source(at).orElseThrow();
      List<String> names =
          workflow
              .inputs(node)
              .propertyStream()
              .filter(input -> kind.test(input.getValue()) || Workflow.isLink(input.getValue()))
              .map(input -> input.getKey())
              .toList();
      if (names.size() != 1) {
        return Optional.empty();
      }
      at = Target.whole(node, names.get(0));
    }
    return Optional.empty();
  }

  /**
   * The nodes that an input comes from, the nearest first, through those inputs of each node that
   * are wanted.
   */
  Set<String> upstream(Target from, Predicate<Target> wanted) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>();
    source(from).ifPresent(next::add);
    while (!next.isEmpty()) {
      String node = next.remove();
      if (seen.add(node)) {
        workflow.inputs(node).propertyNames().stream()
            .map(name -> Target.whole(node, name))
            .filter(wanted)
            .forEach(target -> source(target).ifPresent(next::add));
      }
    }
    return seen;
  }

  /** The names of the inputs that a node's results go into. */
  List<String> uses(String node) {
    return workflow.ids().stream()
        .flatMap(id -> workflow.inputs(id).propertyStream())
        .filter(input -> Workflow.isLink(input.getValue()))
        .filter(input -> input.getValue().path(0).asString().equals(node))
        .map(input -> input.getKey())
        .distinct()
        .toList();
  }
}
