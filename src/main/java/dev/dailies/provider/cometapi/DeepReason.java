package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A reason that stands further in than where reasons were seen: a gateway that puts its own error
 * around another's may leave its own words empty. It is for people alone: nothing is concluded from
 * it.
 */
final class DeepReason {

  private static final List<String> NAMES =
      List.of(
          "message",
          "msg",
          "failure",
          "fail_reason",
          "failure_reason",
          "reason",
          "detail",
          "description",
          "error");

  /** What stands in such a place where all is well. */
  private static final Set<String> NO_REASONS = Set.of("success", "ok", "null");

  private static final int DEEPEST = 6;

  private DeepReason() {}

  /** The outermost one; null if there is none. */
  static @Nullable String in(JsonAnswer answer, JsonNode node) {
    List<JsonNode> level = List.of(node);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      String found = among(answer, level);
      if (found != null) {
        return found;
      }
      level = level.stream().flatMap(JsonNode::valueStream).filter(JsonNode::isContainer).toList();
    }
    return null;
  }

  private static @Nullable String among(JsonAnswer answer, List<JsonNode> level) {
    return NAMES.stream()
        .flatMap(name -> level.stream().map(layer -> layer.path(name)))
        .filter(JsonNode::isString)
        .flatMap(text -> Stream.ofNullable(answer.text(text)))
        .filter(text -> !NO_REASONS.contains(text.strip()))
        .findFirst()
        .orElse(null);
  }
}
