package dev.dailies.provider.comfyui.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A mapping as far as a workflow itself tells it: by the names that ComfyUI's own nodes, and those
 * of the usual packs, give their inputs. What it cannot tell it leaves out, and says so.
 */
final class Draft {

  private static final Set<String> TEXTS =
      Set.of("text", "prompt", "string", "value", "text_g", "text_l", "clip_l", "t5xxl");
  private static final Set<String> SEEDS = Set.of("seed", "noise_seed");
  private static final Set<String> FRAMES =
      Set.of("length", "num_frames", "frames", "frame_count", "video_frames", "amount");
  private static final Set<String> SPEEDS = Set.of("fps", "frame_rate");
  private static final Set<String> POSITIVE = Set.of("positive");
  private static final Set<String> NEGATIVE = Set.of("negative");

  private final Workflow workflow;
  private final Graph graph;
  private final DraftText text;

  private Draft(Workflow workflow) {
    this.workflow = workflow;
    this.graph = new Graph(workflow);
    this.text = new DraftText(workflow);
  }

  /** The draft as the text of a mapping file. */
  static String of(Workflow workflow) {
    Draft draft = new Draft(workflow);
    draft.files();
    draft.texts();
    draft.seed();
    draft.size();
    draft.duration();
    draft.output();
    return draft.text.toString();
  }

  private void files() {
    files("LoadImage", Set.of("image"), "image");
    files("LoadVideo", Set.of("file", "video"), "video");
    files("LoadAudio", Set.of("audio"), "audio");
  }

  /** The first is the column; others are named by what they are used for. */
  private void files(String loader, Set<String> inputs, String kind) {
    List<Target> found =
        graph
            .inputs(inputs)
            .filter(target -> workflow.classOf(target.node()).endsWith(loader))
            .filter(target -> graph.value(target).isString())
            .sorted(Comparator.comparing(target -> rank(target.node())))
            .toList();
    for (int n = 0; n < found.size(); n++) {
      Target target = found.get(n);
      String name = n == 0 ? kind : otherName(target.node(), kind, n + 1);
      boolean required = n == 0 && !kind.equals("audio");
      text.file(name, target, kind, required);
    }
  }

  /** The start of a clip comes before its end and before what steers it. */
  private int rank(String node) {
    List<String> uses = graph.uses(node);
    boolean first =
        uses.stream().anyMatch(use -> use.startsWith("start") || use.startsWith("first"));
    boolean last =
        uses.stream()
            .anyMatch(
                use ->
                    use.startsWith("end")
                        || use.startsWith("last")
                        || use.startsWith("control")
                        || use.contains("mask"));
    return first ? 0 : last ? 2 : 1;
  }

  private String otherName(String node, String kind, int number) {
    return graph.uses(node).stream()
        .map(use -> use.toLowerCase(Locale.ROOT))
        .filter(use -> use.matches("[a-z][a-z0-9_]*") && !text.knows(use))
        .findFirst()
        .orElse(kind + "_" + number);
  }

  private void texts() {
    Set<Target> positive = reached(POSITIVE, Set.of("positive_prompt"));
    if (positive.isEmpty()) {
      positive = guided();
    }
    if (positive.isEmpty()) {
      positive = alone();
    }
    Set<Target> negative = reached(NEGATIVE, Set.of("negative_prompt"));
    negative.removeAll(positive);
    text.text("prompt", positive, "the text that reaches 'positive'");
    text.text("negative_prompt", negative, "the text that reaches 'negative'");
  }

  /** Texts that reach an input of one of these names, or stand in one that is a text itself. */
  private Set<Target> reached(Set<String> ends, Set<String> own) {
    Set<Target> found = new LinkedHashSet<>();
    graph.inputs(own).flatMap(end -> holder(end, JsonNode::isString)).forEach(found::add);
    graph.inputs(ends).forEach(end -> found.addAll(textsOf(end, ends)));
    return found;
  }

  /** Nodes between pass both kinds on: only the way of the wanted one is followed. */
  private Set<Target> textsOf(Target end, Set<String> ends) {
    if (graph.value(end).isString()) {
      return Set.of(end);
    }
    Set<String> nodes =
        graph.upstream(
            end, via -> ends.contains(via.input()) || via.input().startsWith("conditioning"));
    Set<Target> found = new LinkedHashSet<>();
    nodes.forEach(node -> textIn(node).forEach(found::add));
    return found;
  }

  private Stream<Target> textIn(String node) {
    return workflow.inputs(node).propertyNames().stream()
        .filter(TEXTS::contains)
        .map(name -> Target.whole(node, name))
        .flatMap(target -> holder(target, JsonNode::isString));
  }

  /** Flux has one conditioning, which a guider takes. */
  private Set<Target> guided() {
    Set<Target> found = new LinkedHashSet<>();
    graph
        .inputs(Set.of("conditioning"))
        .filter(end -> workflow.classOf(end.node()).endsWith("Guider"))
        .forEach(end -> found.addAll(textsOf(end, POSITIVE)));
    return found;
  }

  /** A node that does it all, as those of partners do, has its prompt in it. */
  private Set<Target> alone() {
    List<Target> prompts =
        graph.inputs(Set.of("prompt")).flatMap(end -> holder(end, JsonNode::isString)).toList();
    return new LinkedHashSet<>(
        prompts.isEmpty()
            ? graph
                .inputs(Set.of("text"))
                .filter(end -> workflow.classOf(end.node()).contains("TextEncode"))
                .flatMap(end -> holder(end, JsonNode::isString))
                .toList()
            : prompts);
  }

  /** A sampler that adds no noise does not use its seed. */
  private void seed() {
    List<Target> all = graph.inputs(SEEDS).toList();
    List<Target> noisy =
        all.stream()
            .filter(
                seed ->
                    !workflow
                        .inputs(seed.node())
                        .path("add_noise")
                        .asString("enable")
                        .equals("disable"))
            .toList();
    text.values("seed", held(noisy.isEmpty() ? all : noisy, JsonNode::isIntegralNumber), "");
  }

  /** Where the clip's length stands, its size does; else in what makes an empty picture. */
  private void size() {
    List<String> nodes =
        workflow.ids().stream()
            .filter(id -> Set.of("width", "height").stream().allMatch(workflow.inputs(id)::has))
            .sorted(Comparator.comparing(this::sizeRank))
            .toList();
    if (nodes.isEmpty()) {
      return;
    }
    int best = sizeRank(nodes.get(0));
    for (String name : List.of("width", "height")) {
      List<Target> targets =
          nodes.stream()
              .filter(id -> sizeRank(id) == best)
              .map(id -> Target.whole(id, name))
              .toList();
      text.values(name, held(targets, JsonNode::isIntegralNumber), "the column ratio");
    }
  }

  private int sizeRank(String node) {
    if (FRAMES.stream().anyMatch(workflow.inputs(node)::has)) {
      return 0;
    }
    return workflow.classOf(node).startsWith("Empty") ? 1 : 2;
  }

  private void duration() {
    List<Target> frames = held(graph.inputs(FRAMES).toList(), JsonNode::isIntegralNumber);
    List<Target> speeds = held(graph.inputs(SPEEDS).toList(), JsonNode::isNumber);
    if (frames.isEmpty()) {
      text.values(
          "duration",
          held(graph.inputs(Set.of("duration")).toList(), JsonNode::isIntegralNumber),
          "");
    } else if (speeds.stream().map(graph::value).map(JsonNode::decimalValue).distinct().count()
        == 1) {
      BigDecimal fps = graph.value(speeds.get(0)).decimalValue();
      boolean plusOne = (graph.value(frames.get(0)).asLong() - 1) % 4 == 0;
      text.duration(frames, fps, plusOne);
    } else {
      text.unsaid("duration", "no one number of frames a second was found");
    }
  }

  private void output() {
    List<String> ends = workflow.ends();
    List<String> savers = ends.stream().filter(workflow::saves).toList();
    if (ends.size() > 1 && !savers.isEmpty()) {
      text.output(savers);
    }
  }

  private List<Target> held(List<Target> targets, Predicate<JsonNode> kind) {
    List<Target> found = new ArrayList<>();
    targets.forEach(target -> holder(target, kind).forEach(found::add));
    return found.stream().distinct().toList();
  }

  private Stream<Target> holder(Target target, Predicate<JsonNode> kind) {
    Optional<Target> found = graph.holder(target, kind);
    return found.stream();
  }
}
