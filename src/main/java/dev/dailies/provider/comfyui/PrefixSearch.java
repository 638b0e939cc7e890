package dev.dailies.provider.comfyui;

import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Recovery.Sighting;
import dev.dailies.provider.http.JsonAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds a prompt at a server that gives ids of its own, by what no other attempt's graph holds: the
 * beginning of its files' names. First in the queue, then in the history, since prompts move this
 * way.
 */
final class PrefixSearch {

  /** Each entry of a history has its whole graph. */
  private static final int MOST = 100;

  private final ComfyuiHttp http;
  private final String server;
  private final String mark;

  PrefixSearch(ComfyuiHttp http, String server, AttemptId id) {
    this.http = http;
    this.server = server;
    this.mark = "-" + id.value();
  }

  Sighting look() {
    return http.get(server + "/queue", new MarkParts(mark).queue())
        .fold(
            answer -> inQueue(http.read(answer)),
            broken -> new Sighting.Unclear(broken.reason(), Evidence.NONE));
  }

  private Sighting inQueue(JsonAnswer answer) {
    JsonNode running = answer.root().path("queue_running");
    JsonNode pending = answer.root().path("queue_pending");
    if (!answer.isSuccess() || !running.isArray() || !pending.isArray()) {
      return untold(answer);
    }
    return Stream.concat(running.valueStream(), pending.valueStream())
        .filter(item -> isOurs(item.path(2)))
        .map(item -> item.path(1).asString(""))
        .findFirst()
        .<Sighting>map(id -> new Sighting.Found(id, answer.evidence()))
        .orElseGet(this::inHistory);
  }

  private Sighting inHistory() {
    return http.get(server + "/history?max_items=" + MOST, new MarkParts(mark).history())
        .fold(
            answer -> inHistory(http.read(answer)),
            broken -> new Sighting.Unclear(broken.reason(), Evidence.NONE));
  }

  private Sighting inHistory(JsonAnswer answer) {
    if (!answer.isSuccess() || !answer.isJson()) {
      return untold(answer);
    }
    Optional<String> found =
        answer
            .root()
            .propertyStream()
            .filter(entry -> isOurs(entry.getValue().path("prompt").path(2)))
            .map(Map.Entry::getKey)
            .findFirst();
    if (found.isPresent()) {
      return new Sighting.Found(found.get(), answer.evidence());
    }
    // A shorter answer is the whole history, and what it does not have was never taken.
    return answer.root().size() < MOST ? new Sighting.Absent(answer.evidence()) : untold(answer);
  }

  private boolean isOurs(JsonNode graph) {
    return graph
        .valueStream()
        .flatMap(node -> node.path("inputs").valueStream())
        .anyMatch(input -> input.isString() && input.asString().endsWith(mark));
  }

  private Sighting untold(JsonAnswer answer) {
    return new Sighting.Untold(
        "the server does not say that it is ComfyUI 0.3.45 or later, which takes our ids; look at "
            + server
            + "/history for files that begin with dailies/ and the row's id",
        answer.evidence());
  }
}
