package dev.dailies.provider.comfyui.workflow;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the nodes and inputs that a mapping names. */
final class Targets {

  private final Workflow workflow;
  private final String file;

  Targets(Workflow workflow, String file) {
    this.workflow = workflow;
    this.file = file;
  }

  /**
   * The one input that a text names; titles and inputs may hold dots.
   *
   * @throws IllegalArgumentException if there is none, several, or one that is linked
   */
  Target find(String where, String text) {
    List<Target> found = splits(text).flatMap(split -> inputs(split, text)).distinct().toList();
    if (found.isEmpty()) {
      throw nothing(where, text);
    }
    if (found.size() > 1) {
      throw ambiguous(where, text, found.stream().map(Target::node).toList(), ".input");
    }
    Target target = found.get(0);
    if (Workflow.isLink(target.in(workflow.graph()))) {
      throw Workflow.unusable(
          file,
          "%s: %s is linked to another node".formatted(where, text),
          "name an input that holds a value");
    }
    return target;
  }

  /**
   * The one node that a name means.
   *
   * @throws IllegalArgumentException if there is none, or several
   */
  String node(String where, String name) {
    List<String> found = workflow.named(name);
    if (found.isEmpty()) {
      throw nothing(where, name);
    }
    if (found.size() > 1) {
      throw ambiguous(where, name, found, "");
    }
    return found.get(0);
  }

  private static Stream<Integer> splits(String text) {
    return IntStream.range(0, text.length()).filter(n -> text.charAt(n) == '.').boxed();
  }

  private Stream<Target> inputs(int dot, String text) {
    String input = text.substring(dot + 1);
    return workflow.named(text.substring(0, dot)).stream()
        .filter(id -> workflow.inputs(id).has(input))
        .map(id -> Target.whole(id, input));
  }

  private IllegalArgumentException nothing(String where, String text) {
    return splits(text)
        .flatMap(dot -> workflow.named(text.substring(0, dot)).stream())
        .findFirst()
        .map(id -> noInput(where, text, id))
        .or(() -> workflow.named(text).stream().findFirst().map(id -> nodeAlone(where, text, id)))
        .orElseGet(() -> noNode(where, text));
  }

  private IllegalArgumentException nodeAlone(String where, String text, String id) {
    return Workflow.unusable(
        file,
        "%s: '%s' names a node, %s, and none of its inputs"
            .formatted(where, text, workflow.called(id)),
        "write one of "
            + workflow
                .inputs(id)
                .propertyStream()
                .filter(input -> !Workflow.isLink(input.getValue()))
                .map(input -> "'" + text + "." + input.getKey() + "'")
                .collect(Collectors.joining(", ")));
  }

  private IllegalArgumentException noInput(String where, String text, String id) {
    return Workflow.unusable(
        file,
        "%s: '%s' names no input of %s".formatted(where, text, workflow.called(id)),
        "its inputs are: " + String.join(", ", workflow.inputs(id).propertyNames()));
  }

  private IllegalArgumentException noNode(String where, String text) {
    return Workflow.unusable(
        file,
        "%s: '%s' names no node of %s".formatted(where, text, workflow.file()),
        "its nodes are: " + workflow.called(workflow.ids()));
  }

  private IllegalArgumentException ambiguous(
      String where, String text, List<String> ids, String more) {
    return Workflow.unusable(
        file,
        "%s: '%s' means several nodes: %s".formatted(where, text, workflow.called(ids)),
        "give them different titles in ComfyUI, or write "
            + ids.stream().map(id -> "'#" + id + more + "'").collect(Collectors.joining(" or ")));
  }
}
