package dev.dailies.provider.comfyui;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Shot;
import dev.dailies.provider.comfyui.workflow.RowInputs;
import dev.dailies.provider.comfyui.workflow.ShotValues;
import dev.dailies.provider.comfyui.workflow.Template;
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

  /** Notes that making it costs no money: every node of it runs at the server itself. */
  static String free(String body) {
    ObjectNode whole = (ObjectNode) JSON.readTree(body);
    ((ObjectNode) own(whole)).put("free", true);
    return JSON.writeValueAsString(whole);
  }

  /** True if it was noted that making it costs no money. */
  static boolean isFree(String body) {
    return own(JSON.readTree(body)).path("free").asBoolean(false);
  }

  /** How the names of an attempt's files begin, at the wanted nodes if these name them. */
  static List<String> prefixes(String body, AttemptId id) {
    JsonNode root = JSON.readTree(body);
    List<String> wanted = outputs(body);
    List<String> there = prefixes(root, id, wanted);
    return there.isEmpty() ? prefixes(root, id, List.of()) : there;
  }

  /** The nodes of an attempt that write files under such names. */
  static List<Saver> savers(String body) {
    return JSON.readTree(body)
        .path("prompt")
        .propertyStream()
        .filter(node -> node.getValue().path("inputs").valueStream().anyMatch(PromptBody::isPrefix))
        .map(node -> Saver.of(node.getKey(), node.getValue()))
        .toList();
  }

  private static List<String> prefixes(JsonNode root, AttemptId id, List<String> nodes) {
    return root.path("prompt")
        .propertyStream()
        .filter(node -> nodes.isEmpty() || nodes.contains(node.getKey()))
        .flatMap(node -> node.getValue().path("inputs").valueStream())
        .filter(PromptBody::isPrefix)
        .map(prefix -> ofAttempt(prefix, id))
        .distinct()
        .toList();
  }

  /** The nodes whose files are delivered, as they were when the body was made; empty for all. */
  static List<String> outputs(String body) {
    return own(JSON.readTree(body)).path("outputs").valueStream().map(JsonNode::asString).toList();
  }
}
