package dev.dailies.provider.comfyui.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mapping file says, in YAML or JSON: which value of a row goes where in a workflow.
 *
 * @param file its name, for messages
 * @param outputs the nodes whose files are delivered, as written; empty if it does not say
 * @param prefixes the inputs that begin the names of files, as written; empty if it does not say
 */
record Mapping(String file, List<Entry> inputs, List<String> outputs, List<String> prefixes) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KEYS = Set.of("inputs", "output");
  private static final Set<String> OUTPUT_KEYS = Set.of("node", "prefix");
  private static final Set<String> ENTRY_KEYS =
      Set.of("target", "type", "required", "times", "plus");

  /**
   * One value.
   *
   * @param name a column, or what follows {@code options.}
   * @param targets inputs as written: {@code TITLE.input} or {@code #id.input}
   * @param type null if it does not say
   * @param required null if it does not say
   */
  record Entry(
      String name,
      List<String> targets,
      @Nullable ParameterType type,
      @Nullable Boolean required,
      LinearScale linear) {}

  /** Says nothing: for a workflow that has placeholders alone. */
  static Mapping none(String file) {
    return new Mapping(file, List.of(), List.of(), List.of());
  }

  /**
   * Reads a mapping.
   *
   * @throws IllegalArgumentException if it cannot be read or does not have the form of one
   */
  static Mapping read(Path path) {
    String file = String.valueOf(path.getFileName());
    try {
      return of(file, Files.readString(path));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file + ": the mapping cannot be read; correct the path", unreadable);
    }
  }

  /**
   * Reads the text of a mapping.
   *
   * @throws IllegalArgumentException if it does not have the form of one
   */
  static Mapping of(String file, String text) {
    JsonNode root = parse(text, file);
    checkKeys(file, "the mapping", root, KEYS);
    checkForm(file, "inputs", root.path("inputs"));
    JsonNode output = root.path("output");
    checkKeys(file, "output", output, OUTPUT_KEYS);
    List<Entry> entries =
        root.path("inputs")
            .propertyStream()
            .map(entry -> entry(file, entry.getKey(), entry.getValue()))
            .toList();
    return new Mapping(file, entries, texts(output.path("node")), texts(output.path("prefix")));
  }

  private static JsonNode parse(String text, String file) {
    try {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return JSON.valueToTree(read);
    } catch (YAMLException wrong) {
      throw new IllegalArgumentException(
          "%s: not YAML: %s; quote a target that begins with #"
              .formatted(file, String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ")),
          wrong);
    }
  }

  private static void checkForm(String file, String where, JsonNode node) {
    if (!node.isObject() && !node.isMissingNode()) {
      throw Workflow.unusable(
          file, where + " is not a list of names and values", "write 'name: value' lines");
    }
  }

  private static void checkKeys(String file, String where, JsonNode node, Set<String> known) {
    checkForm(file, where, node);
    node.propertyNames().stream()
        .filter(key -> !known.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw Workflow.unusable(
                  file,
                  "%s has no '%s'".formatted(where, key),
                  "there are: " + String.join(", ", known.stream().sorted().toList()));
            });
  }

  private static Entry entry(String file, String name, JsonNode given) {
    String where = "inputs." + name;
    if (!given.isObject()) {
      return new Entry(name, targets(file, where, given), null, null, LinearScale.NONE);
    }
    checkKeys(file, where, given, ENTRY_KEYS);
    return new Entry(
        name,
        targets(file, where, given.path("target")),
        type(file, where, given.path("type")),
        given.has("required") ? Boolean.valueOf(given.path("required").asBoolean(true)) : null,
        linear(file, where, given));
  }

  private static List<String> targets(String file, String where, JsonNode node) {
    List<String> targets = texts(node);
    if (targets.isEmpty()) {
      throw Workflow.unusable(
          file,
          where + " has no target",
          node.isNull()
              ? "put one that begins with # in quotes, as in '#12.text': after # all is a comment"
              : "write TITLE.input or '#id.input'");
    }
    return targets;
  }

  private static @Nullable ParameterType type(String file, String where, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    return Arrays.stream(ParameterType.values())
        .filter(type -> type != ParameterType.ANY)
        .filter(type -> type.name().equalsIgnoreCase(node.asString("")))
        .findFirst()
        .orElseThrow(
            () ->
                Workflow.unusable(
                    file,
                    "%s.type is '%s'".formatted(where, node.asString("")),
                    "write one of string, integer, number, boolean, image, video, audio"));
  }

  private static LinearScale linear(String file, String where, JsonNode node) {
    for (String key : List.of("times", "plus")) {
      if (node.has(key) && !node.path(key).isNumber()) {
        throw Workflow.unusable(file, where + "." + key + " is no number", "write a number");
      }
    }
    return new LinearScale(
        node.path("times").decimalValue(LinearScale.NONE.times()),
        node.path("plus").decimalValue(LinearScale.NONE.plus()));
  }

  private static List<String> texts(JsonNode node) {
    Stream<JsonNode> all = node.isArray() ? node.valueStream() : Stream.of(node);
    return all.filter(JsonNode::isString).map(JsonNode::asString).toList();
  }
}
