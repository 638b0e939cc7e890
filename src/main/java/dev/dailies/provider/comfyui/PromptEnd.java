package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Progress;
import dev.dailies.provider.comfyui.workflow.NodeName;
import dev.dailies.provider.http.JsonAnswer;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How a prompt that did not succeed has ended, by the messages of its execution. */
final class PromptEnd {

  private final JsonAnswer answer;
  private final JsonNode messages;

  /**
   * @param messages pairs of a word and an object, oldest first
   */
  PromptEnd(JsonAnswer answer, JsonNode messages) {
    this.answer = answer;
    this.messages = messages;
  }

  /** Failed or cancelled, in words. */
  Progress progress() {
    return last("execution_interrupted")
        .map(this::interrupted)
        .orElseGet(
            () ->
                last("execution_error")
                    .map(this::failed)
                    .orElseGet(() -> failed(answer.root().path("execution_error"))));
  }

  private Optional<JsonNode> last(String word) {
    return messages
        .valueStream()
        .filter(message -> message.path(0).asString("").equals(word))
        .map(message -> message.path(1))
        .reduce((earlier, later) -> later);
  }

  private Progress interrupted(JsonNode message) {
    return new Progress.Cancelled(
        "interrupted at the server, at " + node(message), null, evidence());
  }

  /** The traceback and the inputs stay out of it: long, and full of prompts and paths. */
  private Progress failed(JsonNode error) {
    String type = or(error.path("exception_type"), "execution_error");
    String message = or(error.path("exception_message"), "the server gives no reason");
    String reason = error.isObject() ? node(error) + ": " + message : message;
    return new Progress.Failed(
        JsonAnswer.onOneLine(type),
        JsonAnswer.onOneLine(reason),
        isOutOfMemory(type),
        null,
        evidence());
  }

  /** Memory that other prompts hold now may be free later. */
  private static boolean isOutOfMemory(String exceptionType) {
    return exceptionType.endsWith("OutOfMemoryError");
  }

  private String node(JsonNode message) {
    return NodeName.of(or(message.path("node_type"), ""), or(message.path("node_id"), "?"), "");
  }

  private String or(JsonNode node, String otherwise) {
    return Stream.ofNullable(answer.text(node)).findFirst().orElse(otherwise);
  }

  private Evidence evidence() {
    return answer.evidence();
  }
}
