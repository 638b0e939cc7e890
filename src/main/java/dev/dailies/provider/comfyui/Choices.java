package dev.dailies.provider.comfyui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a node of a server offers for an input, by its {@code /object_info}: a list of names, as of
 * model files. It is written as {@code [[…], {…}]} or, by newer nodes, as {@code ["COMBO",
 * {"options": […]}]}.
 */
final class Choices {

  private Choices() {}

  /**
   * All choices, of which there may be none; empty if the input is not chosen from a list, or may
   * be more than it lists.
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
    return isWhole && list.valueStream().allMatch(JsonNode::isString)
        ? Optional.of(list.valueStream().map(JsonNode::asString).toList())
        : Optional.empty();
  }

  /** Files in folders, and files of other kinds, are taken there though they are not listed. */
  private static boolean mayBeUploaded(JsonNode about) {
    return about.propertyStream().anyMatch(entry -> entry.getKey().endsWith("_upload"));
  }
}
