package dev.dailies.provider.comfyui.workflow;

import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes the lines of a drafted mapping, each with a word on why. */
final class DraftText {

  private static final int LONGEST_VALUE = 40;

  private final Workflow workflow;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<String> inputs = new ArrayList<>();
  private final List<String> output = new ArrayList<>();

  DraftText(Workflow workflow) {
    this.workflow = workflow;
  }

  boolean knows(String name) {
    return names.contains(name) || List.of("image", "video", "prompt", "seed").contains(name);
  }

  void file(String name, Target target, String type, boolean required) {
    String more = required ? "" : ", required: false";
    line(
        name,
        "{target: %s, type: %s%s}".formatted(named(target), type, more),
        column(name) + "; the workflow has " + shown(target));
  }

  void text(String name, Collection<Target> targets, String why) {
    List<JsonNode> values =
        targets.stream().map(target -> target.in(workflow.graph())).distinct().toList();
    if (values.size() > 1) {
      unsaid(
          name,
          why
              + " is one of several: "
              + targets.stream().map(this::named).collect(Collectors.joining(", ")));
    } else if (!values.isEmpty()) {
      String target = named(targets);
      boolean required = name.equals("prompt");
      line(
          name,
          required ? target : "{target: " + target + ", type: string, required: false}",
          column(name) + "; " + why);
    }
  }

  void values(String name, List<Target> targets, String why) {
    if (!targets.isEmpty()) {
      String said = why.isEmpty() ? column(name) : why;
      line(name, named(targets), said + "; the workflow has " + shown(targets.get(0)));
    }
  }

  void duration(List<Target> targets, BigDecimal fps, boolean plusOne) {
    String times = fps.stripTrailingZeros().toPlainString();
    line(
        "duration",
        "{target: %s, type: integer, times: %s%s}"
            .formatted(named(targets), times, plusOne ? ", plus: 1" : ""),
        "seconds × "
            + times
            + (plusOne ? " + 1" : "")
            + " frames; the workflow has "
            + shown(targets.get(0)));
  }

  void output(List<String> savers) {
    String nodes = savers.stream().map(this::node).collect(Collectors.joining(", "));
    output.add("  node: " + (savers.size() > 1 ? "[" + nodes + "]" : nodes));
  }

  /** A line that a person has to finish. */
  void unsaid(String name, String why) {
    inputs.add("  # " + name + ": " + PlainText.oneLine(why, 500));
  }

  private void line(String name, String value, String comment) {
    names.add(name);
    inputs.add("  %s: %s   # %s".formatted(name, value, comment));
  }

  private static String column(String name) {
    return "the column " + ShotValues.columnOf(name);
  }

  private String shown(Target target) {
    return PlainText.oneLine(target.in(workflow.graph()).toString(), LONGEST_VALUE);
  }

  private String named(Collection<Target> targets) {
    String all = targets.stream().map(this::named).collect(Collectors.joining(", "));
    return targets.size() > 1 ? "[" + all + "]" : all;
  }

  private String named(Target target) {
    return quoted(nameOf(target.node()) + "." + target.input());
  }

  private String node(String id) {
    return quoted(nameOf(id));
  }

  /** The title, if it is the node's alone. */
  private String nameOf(String id) {
    String title = workflow.title(id);
    boolean isIts = !title.isBlank() && workflow.named(title).equals(List.of(id));
    return isIts && !title.contains("\n") ? title : "#" + id;
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? text : "'" + text.replace("'", "''") + "'";
  }

  /** Empty if nothing at all was found. */
  @Override
  public String toString() {
    if (names.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(List.of("inputs:"));
    lines.addAll(inputs);
    if (!output.isEmpty()) {
      lines.add("output:");
      lines.addAll(output);
    }
    return String.join("\n", lines) + "\n";
  }
}
