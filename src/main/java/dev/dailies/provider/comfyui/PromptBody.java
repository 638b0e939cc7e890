package dev.dailies.provider.comfyui;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted to {@code /prompt}. ComfyUI's cache gives back the files of an old prompt if
 * nothing differs, so each attempt's files have a name of their own.
 *
 * <p>{@code number}, the prompt's place in the queue, is never sent: two prompts with one id and
 * one number kill the server's worker.
 */
final class PromptBody {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FOLDER = "dailies/";
  private static final String ATTEMPT = "-%attempt%";

  private PromptBody() {}

  /** The body of a shot, before its attempt has a name. */
  static String of(Template template, Shot shot, Map<String, JsonNode> values) {
    String prefix = FOLDER + shot.id() + "-" + shot.take() + ATTEMPT;
    ObjectNode body = JSON.createObjectNode();
    body.set("prompt", template.fill(values, prefix));
    ObjectNode own = body.putObject("extra_data").putObject("dailies");
    own.put("shot", shot.id()).put("take", shot.take());
    template.outputs().forEach(own.putArray("outputs")::add);
    RowInputs.of(template, ShotValues.said(shot, template)).putInto(own);
    return JSON.writeValueAsString(body);
  }

  /** The body of one attempt: its id is the prompt's, and begins the names of its files. */
  static String of(String body, AttemptId id) {
    ObjectNode whole = (ObjectNode) JSON.readTree(body);
    for (JsonNode node : whole.path("prompt").values()) {
      ObjectNode inputs = (ObjectNode) node.path("inputs");
      inputs.propertyStream().filter(input -> isPrefix(input.getValue())).toList().stream()
          .forEach(input -> inputs.put(input.getKey(), ofAttempt(input.getValue(), id)));
    }
    whole.put("prompt_id", id.value());
    return JSON.writeValueAsString(whole);
  }

  private static boolean isPrefix(JsonNode value) {
    return value.isString()
        && value.asString().startsWith(FOLDER)
        && value.asString().endsWith(ATTEMPT);
  }

  private static String ofAttempt(JsonNode prefix, AttemptId id) {
    return prefix.asString().replace(ATTEMPT, "-" + id.value());
  }

  /** What we have put into a body for ourselves. */
  static JsonNode own(JsonNode body) {
    return body.path("extra_data").path("dailies");
  }

  /** The nodes whose files are delivered, as they were when the body was made; empty for all. */
  static List<String> outputs(String body) {
    return own(JSON.readTree(body)).path("outputs").valueStream().map(JsonNode::asString).toList();
  }
}
