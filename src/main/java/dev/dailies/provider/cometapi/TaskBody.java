package dev.dailies.provider.cometapi;

import dev.dailies.provider.Request;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.LastResort;
import dev.dailies.provider.http.Outputs;
import dev.dailies.provider.http.StatusGuess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
  private static final int DEEPEST = 6;
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final JsonAnswer answer;
  private final Request request;
  private final List<JsonNode> layers;

  /**
   * @param request what it was asked for with
   */
  TaskBody(JsonAnswer answer, Request request) {
    this.answer = answer;
    this.request = request;
    this.layers = layers(answer.root());
  }

  /** From the one that speaks of the task inwards; above it there may be an envelope. */
  private static List<JsonNode> layers(JsonNode root) {
    List<JsonNode> all =
        Stream.iterate(root, JsonNode::isObject, TaskBody::inner).limit(DEEPEST).toList();
    int first = 0;
    while (first < all.size() - 1
        && !isFlat(all.get(first))
        && all.stream().skip(first + 1L).anyMatch(TaskBody::hasStatus)) {
      first++;
    }
    return all.subList(first, all.size());
  }

  /** What a layer wraps; a list of one thing is that thing. */
  private static JsonNode inner(JsonNode layer) {
    JsonNode data = layer.path("data");
    return data.isArray() && data.size() == 1 ? data.path(0) : data;
  }

  private static boolean isFlat(JsonNode layer) {
    return hasStatus(layer) && (layer.has("id") || layer.has("task_id"));
  }

  private static boolean hasStatus(JsonNode node) {
    return node.has("status") || node.has("state") || node.has("task_status");
  }

  /** True if the answer is about a task at all. */
  boolean isTask() {
    return layers.stream().anyMatch(TaskBody::hasStatus) || !ids("").isEmpty();
  }

  /**
   * True if it is about this one. One that names no task at all is, unless it says that something
   * went wrong: that may have been the look. A list of several things is about none of them.
   */
  boolean isAbout(String ticket) {
    List<String> ids = ids(ticket.strip());
    boolean named = ids.stream().anyMatch(ticket.strip()::equalsIgnoreCase);
    return !holdsSeveral() && (ids.isEmpty() ? mayBeOfTheTask() : named);
  }

  private boolean holdsSeveral() {
    JsonNode innermost = layers.isEmpty() ? answer.root() : layers.get(layers.size() - 1);
    return innermost.path("data").isArray() && innermost.path("data").size() > 1;
  }

  /** Only a task has a failure code of its own; any error has a code. */
  private boolean mayBeOfTheTask() {
    TaskStatus status = status();
    return (status != TaskStatus.FAILED && status != TaskStatus.CANCELLED)
        || first(Stream.of(at("failureCode"), at("failure_code"))) != null;
  }

  /**
   * All ids that it names: a gateway has its own beside that of the service behind it. A {@code
   * video_id} may be the clip's, so it counts if it looks like the ticket; a {@code request_id} is
   * mostly that of the look, and never counts.
   */
  private List<String> ids(String ticket) {
    return Stream.iterate(answer.root(), JsonNode::isObject, TaskBody::inner)
        .limit(DEEPEST)
        .flatMap(layer -> Stream.of(layer, layer.path("task")))
        .flatMap(JsonNode::propertyStream)
        .flatMap(field -> Stream.ofNullable(id(field.getKey(), field.getValue(), ticket)))
        .toList();
  }

  private @Nullable String id(String name, JsonNode value, String ticket) {
    String text = answer.text(value);
    String id = text == null ? "" : text.strip();
    return switch (name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "")) {
      case "id", "taskid" -> id.isEmpty() ? null : id;
      case "videoid" -> shape(id).equals(shape(ticket)) ? id : null;
      default -> null;
    };
  }

  private static String shape(String id) {
    return id.replaceAll("[0-9A-Za-z]", "x");
  }

  /** Every word about the task's state. */
  List<String> words() {
    return layers.stream().flatMap(this::words).toList();
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
    return !Outputs.of(answer, Stream.of(layer.path("video_url")), request.baseUrl()).isEmpty();
  }

  /** The most final of the status words; waiting if there is none. */
  TaskStatus status() {
    return words().stream()
        .map(this::meaning)
        .max(Comparator.naturalOrder())
        .orElse(TaskStatus.WAITING);
  }

  private TaskStatus meaning(String word) {
    return TaskStatus.of(word)
        .orElseGet(
            () ->
                switch (StatusGuess.of(word, mayBeAnEnd(word) && hasResult(word))) {
                  case DONE -> TaskStatus.DONE;
                  case FAILED -> TaskStatus.FAILED;
                  case GOING_ON -> TaskStatus.WAITING;
                });
  }

  /** A word that nobody knows is none where another says that the task goes on, or a figure. */
  private boolean mayBeAnEnd(String word) {
    Double progress = progress();
    return StatusGuess.isEnd(word)
        || (words().stream().allMatch(other -> TaskStatus.of(other).isEmpty())
            && (progress == null || progress == 1));
  }

  /** A gateway may repeat an input in a place for results. */
  private boolean hasResult(String word) {
    String sent = request.body().replace("\\/", "/");
    return outputs().stream().anyMatch(output -> !sent.contains(output))
        || (StatusGuess.isDone(word) && !LastResort.outputs(answer, request).isEmpty());
  }

  /** The distinct web addresses of the results, best first. Meaningful only for a finished task. */
  List<String> outputs() {
    Stream<JsonNode> places =
        Stream.of(
                at("output").flatMap(TaskBody::elements),
                at("result_url"),
                at("video_url"),
                at("raw_video_url"),
                at("metadata", "url"))
            .flatMap(nodes -> nodes);
    List<String> outputs = Outputs.of(answer, places, request.baseUrl());
    return outputs.isEmpty() ? Outputs.whole(answer, at("fail_reason")) : outputs;
  }

  private static Stream<JsonNode> elements(JsonNode output) {
    return output.isArray() ? output.valueStream() : Stream.of(output);
  }

  @Nullable String failureCode() {
    return first(Stream.of(at("failureCode"), at("failure_code"), at("error", "code")));
  }

  /** Why it failed or was cancelled, in the provider's words; null if it does not say. */
  @Nullable String failure() {
    String said =
        first(
            Stream.of(
                at("failure"),
                at("fail_reason"),
                at("failure_reason"),
                at("error", "message"),
                at("error")));
    return said != null
        ? said
        : at("error")
            .flatMap(error -> Stream.ofNullable(DeepReason.in(answer, error)))
            .findFirst()
            .orElseGet(() -> first(Stream.of(at("msg"), at("message"), at("reason"))));
  }

  /** The values at one place in all layers, the innermost first. */
  private Stream<JsonNode> at(String... path) {
    List<JsonNode> inwards = new ArrayList<>(layers);
    Collections.reverse(inwards);
    return inwards.stream()
        .map(
            layer -> {
              JsonNode node = layer;
              for (String step : path) {
                node = node.path(step);
              }
              return node;
            });
  }

  private @Nullable String first(Stream<Stream<JsonNode>> places) {
    return places
        .flatMap(nodes -> nodes)
        .flatMap(node -> Stream.ofNullable(answer.text(node)))
        .findFirst()
        .orElse(null);
  }

  /** From 0 to 1; null if unknown. The wrapper's own figure is coarse, so Runway's comes first. */
  @Nullable Double progress() {
    return at("progress")
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
