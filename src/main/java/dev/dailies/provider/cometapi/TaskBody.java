package dev.dailies.provider.cometapi;

import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Outputs;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task as a poll tells it, unwrapped. CometAPI's page "Get task details" has shown it flat, as
 * Runway does, and wrapped in the gateway's own record of it, which holds Runway's answer as {@code
 * data}; the feed of the compatibility format adds more of the kind.
 */
final class TaskBody {

  private static final Pattern PROGRESS = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,17})?)\\s*(%?)");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final JsonAnswer answer;
  private final JsonNode outer;
  private final JsonNode inner;

  TaskBody(JsonAnswer answer) {
    this.answer = answer;
    JsonNode root = answer.root();
    JsonNode data = root.path("data");
    boolean flat = hasStatus(root) && (root.has("id") || root.has("task_id"));
    this.outer = !flat && hasStatus(data) ? data : root;
    this.inner = outer.path("data");
  }

  private static boolean hasStatus(JsonNode node) {
    return node.has("status") || node.has("state") || node.has("task_status");
  }

  /** True if the answer is about a task at all. */
  boolean isTask() {
    return hasStatus(outer) || hasStatus(inner) || TaskId.named(answer).isPresent();
  }

  /** Every word about the task's state. */
  List<String> words() {
    return Stream.concat(words(outer), words(inner)).toList();
  }

  /** A digit counts only where the same layer has no word: resellers disagree about digits. */
  private Stream<String> words(JsonNode layer) {
    String state = answer.text(layer.path("state"));
    String status = answer.text(layer.path("status"));
    String taskStatus = answer.text(layer.path("task_status"));
    boolean digit = status != null && DIGIT.matcher(status.strip()).matches();
    return Stream.of(state, digit && state != null ? null : status, taskStatus)
        .flatMap(Stream::ofNullable)
        .map(word -> digit && word.strip().equals("2") && hasVideo(layer) ? "3" : word);
  }

  private boolean hasVideo(JsonNode layer) {
    return !Outputs.of(answer, Stream.of(layer.path("video_url"))).isEmpty();
  }

  /** The most final of the known status words; waiting if none is known. */
  TaskStatus status() {
    return words().stream()
        .flatMap(word -> TaskStatus.of(word).stream())
        .max(Comparator.naturalOrder())
        .orElse(TaskStatus.WAITING);
  }

  /** The distinct web addresses of the results, best first. Meaningful only for a finished task. */
  List<String> outputs() {
    Stream<JsonNode> places =
        Stream.of(
                elements(inner.path("output")),
                elements(outer.path("output")),
                Stream.of(outer.path("result_url"), inner.path("result_url")),
                Stream.of(outer.path("video_url"), inner.path("video_url")),
                Stream.of(outer.path("raw_video_url")))
            .flatMap(nodes -> nodes);
    List<String> outputs = Outputs.of(answer, places);
    return outputs.isEmpty() ? Outputs.of(answer, Stream.of(outer.path("fail_reason"))) : outputs;
  }

  private static Stream<JsonNode> elements(JsonNode output) {
    return output.isArray() ? output.valueStream() : Stream.of(output);
  }

  @Nullable String failureCode() {
    return first(inner.path("failureCode"), outer.path("failureCode"));
  }

  /** Why it failed or was cancelled, in the provider's words; null if it does not say. */
  @Nullable String failure() {
    return first(
        inner.path("failure"), outer.path("failure"), outer.path("fail_reason"), outer.path("msg"));
  }

  private @Nullable String first(JsonNode... nodes) {
    return Stream.of(nodes)
        .flatMap(node -> Stream.ofNullable(answer.text(node)))
        .findFirst()
        .orElse(null);
  }

  /** From 0 to 1; null if unknown. The wrapper's own figure is coarse, so Runway's comes first. */
  @Nullable Double progress() {
    return Stream.of(inner.path("progress"), outer.path("progress"))
        .flatMap(node -> Stream.ofNullable(fraction(node)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Double fraction(JsonNode node) {
    Matcher matcher = PROGRESS.matcher(node.isValueNode() ? node.asString("").strip() : "");
    if (!matcher.matches()) {
      return null;
    }
    double number = Double.parseDouble(matcher.group(1));
    double fraction = number > 1 || !matcher.group(2).isEmpty() ? number / 100 : number;
    return fraction <= 1 ? fraction : null;
  }
}
