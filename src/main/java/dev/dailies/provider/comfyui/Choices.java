package dev.dailies.provider.comfyui;

import dev.dailies.provider.http.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a node of a server offers for an input, by its {@code /object_info}: a list of names, as of
 * model files. It is written as {@code [[…], {…}]} or, by newer nodes, as {@code ["COMBO",
 * {"options": […]}]}.
 */
final class Choices {

  private Choices() {}

  /** What is held of a node's inputs: a list may be long, and the texts that count are few. */
  record Among(Set<String> texts) implements Part {

    @Override
    public Part below(String name) {
      return this;
    }

    @Override
    public boolean holds(String text) {
      return texts.contains(text);
    }
  }

  /**
   * All choices that are held, of which there may be none; empty if the input is not chosen from a
   * list of texts, or may be more than it lists.
   */
  static Optional<List<String>> of(JsonNode inputs, String name) {
    JsonNode input =
        Stream.of(inputs.path("required"), inputs.path("optional"))
            .map(group -> group.path(name))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElse(inputs.path("none"));
    JsonNode list = input.path(0).isArray() ? input.path(0) : input.path(1).path("options");
    boolean isWhole = list.isArray() && !mayBeUploaded(input.path(1));
    return isWhole && list.valueStream().allMatch(choice -> choice.isString() || choice.isNull())
        ? Optional.of(list.valueStream().map(choice -> choice.asString("")).toList())
        : Optional.empty();
  }

  /** Files in folders, and files of other kinds, are taken there though they are not listed. */
  private static boolean mayBeUploaded(JsonNode about) {
    return about.propertyStream().anyMatch(entry -> entry.getKey().endsWith("_upload"));
  }
}
