package dev.dailies.provider.comfyui.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workflow in ComfyUI's API format, checked for what a server would refuse or die of.
 *
 * @param file its name, for messages
 * @param graph each node by its id
 */
public record Workflow(String file, ObjectNode graph) {

  /** The input of a node that begins the names of the files that it saves. */
  static final String PREFIX = "filename_prefix";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads a workflow.
   *
   * @throws IllegalArgumentException if it cannot be read, or could not run
   */
  public static Workflow read(Path path) {
    String file = String.valueOf(path.getFileName());
    JsonNode root = root(path, file);
    if (!(root instanceof ObjectNode graph) || graph.isEmpty()) {
      throw unusable(file, "this is no workflow", "export it with 'Export (API)'");
    }
    if (graph.path("nodes").isArray()) {
      throw unusable(
          file,
          "this is a workflow as the editor saves it, which no server runs",
          "in ComfyUI choose 'Export (API)' and use that file");
    }
    Workflow workflow = new Workflow(file, graph);
    workflow.ids().forEach(workflow::checkShape);
    workflow.ids().forEach(workflow::checkLinks);
    return workflow;
  }

  /** A clip or a picture that ComfyUI has made holds the graph that made it. */
  private static JsonNode root(Path path, String file) {
    try {
      if (!Files.isRegularFile(path) || !GraphInFile.isMedia(path)) {
        return parse(path, file);
      }
      return GraphInFile.in(path)
          .orElseThrow(
              () ->
                  unusable(
                      file,
                      "no workflow of ComfyUI is in this file",
                      "take one that ComfyUI has saved itself, or export the workflow with"
                          + " 'Export (API)'"));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file + ": the workflow cannot be read; correct the path", unreadable);
    }
  }

  private static JsonNode parse(Path path, String file) {
    try (InputStream in = Files.newInputStream(path)) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file + ": the workflow cannot be read; correct the path", unreadable);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(
          "%s: not JSON: %s; export it again with 'Export (API)'"
              .formatted(file, wrong.getOriginalMessage()),
          wrong);
    }
  }

  /** A node that lacks its inputs passes ComfyUI's own check and then stops its worker for good. */
  private void checkShape(String id) {
    JsonNode node = graph.path(id);
    if (!node.path("class_type").isString()) {
      throw unusable(file, "node #" + id + " has no class_type", "export with 'Export (API)'");
    }
    if (!node.path("inputs").isObject()) {
      throw unusable(file, called(id) + " has no inputs", "add \"inputs\": {}, or export it again");
    }
  }

  private void checkLinks(String id) {
    inputs(id)
        .propertyStream()
        .filter(input -> isLink(input.getValue()))
        .filter(input -> !graph.has(input.getValue().path(0).asString()))
        .findFirst()
        .ifPresent(
            input -> {
              throw unusable(
                  file,
                  "%s.%s links to node #%s, which is not there"
                      .formatted(called(id), input.getKey(), input.getValue().path(0).asString()),
                  "export the whole workflow again");
            });
  }

  /** A list of a node's id and the number of one of its outputs. */
  static boolean isLink(JsonNode value) {
    return value.isArray()
        && value.size() == 2
        && value.path(0).isString()
        && value.path(1).isIntegralNumber();
  }

  /** All ids, in the order of the file. */
  public List<String> ids() {
    return List.copyOf(graph.propertyNames());
  }

  /** The inputs of a node. */
  public ObjectNode inputs(String id) {
    return (ObjectNode) graph.path(id).path("inputs");
  }

  /** All texts that nodes have as inputs. */
  public Set<String> texts() {
    return ids().stream()
        .flatMap(id -> inputs(id).valueStream())
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  /** The name of the code that a node runs. */
  public String classOf(String id) {
    return graph.path(id).path("class_type").asString();
  }

  /** What the user calls a node; empty if it has no title. */
  String title(String id) {
    return graph.path(id).path("_meta").path("title").asString("");
  }

  /**
   * The nodes that a name means: {@code #id} or a title; else an id, a class, or a title in other
   * capitals.
   */
  List<String> named(String name) {
    List<String> exact =
        ids().stream().filter(id -> name.equals("#" + id) || name.equals(title(id))).toList();
    return exact.isEmpty() ? namedLoosely(name) : exact;
  }

  private List<String> namedLoosely(String name) {
    return ids().stream()
        .filter(
            id ->
                name.equals(id)
                    || name.equalsIgnoreCase(classOf(id))
                    || name.equalsIgnoreCase(title(id)))
        .toList();
  }

  /** True if a node keeps files under names of its own; a preview does not. */
  boolean saves(String id) {
    return inputs(id).has(PREFIX) && inputs(id).path("save_output").asBoolean(true);
  }

  /** The nodes whose results no other node uses. */
  List<String> ends() {
    List<String> used =
        ids().stream()
            .flatMap(id -> inputs(id).valueStream())
            .filter(Workflow::isLink)
            .map(link -> link.path(0).asString())
            .toList();
    return ids().stream().filter(id -> !used.contains(id)).toList();
  }

  /** A node for people, as in {@code SaveVideo #5 (OUTPUT)}. */
  public String called(String id) {
    return NodeName.of(classOf(id), id, title(id));
  }

  /** Several nodes for people. */
  public String called(List<String> ids) {
    return ids.stream().map(this::called).collect(Collectors.joining(", "));
  }

  static IllegalArgumentException unusable(String file, String problem, String fix) {
    return new IllegalArgumentException("%s: %s; %s".formatted(file, problem, fix));
  }
}
