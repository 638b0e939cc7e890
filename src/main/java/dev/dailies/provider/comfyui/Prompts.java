package dev.dailies.provider.comfyui;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import dev.dailies.text.PlainText;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What ComfyUI servers know of prompts. A server has forgotten everything after a restart, and a
 * prompt that nobody knows is not a prompt that has finished.
 */
public final class Prompts {

  private static final int LONGEST_WORD = 50;

  private final ComfyuiHttp http;

  public Prompts(ComfyuiHttp http) {
    this.http = http;
  }

  /**
   * Asks for a prompt once: at {@code /api/jobs}, and where that is not (before 0.6.0, or a proxy
   * without it), first at the queue and then at the history, since prompts move this way.
   *
   * @param server its address
   * @param outputs the nodes whose files count; empty for all
   */
  public Progress poll(String server, String id, List<String> outputs) {
    return http.get(server + "/api/jobs/" + Tickets.pathSegment(id), PromptParts.JOB)
        .fold(
            answer -> readJob(http.read(answer), server, id, outputs), Exchange.Broken::asProgress);
  }

  private Progress readJob(JsonAnswer answer, String server, String id, List<String> outputs) {
    if (answer.isSuccess()) {
      String named = answer.text(answer.root().path("id"));
      return named == null || named.equals(id)
          ? job(answer, new OutputFiles(server), outputs)
          : unreadable(answer);
    }
    if (isUnknownJob(answer)) {
      return new Progress.NotVisible(answer.evidence());
    }
    boolean noSuchRoute = answer.status() == 404 || answer.status() == 405;
    return noSuchRoute ? findInQueue(server, id, outputs) : failedPoll(answer);
  }

  private static boolean isUnknownJob(JsonAnswer answer) {
    String error = answer.text(answer.root().path("error"));
    return answer.status() == 404
        && error != null
        && error.toLowerCase(Locale.ROOT).contains("job not found");
  }

  private Progress job(JsonAnswer answer, OutputFiles files, List<String> outputs) {
    String status = answer.text(answer.root().path("status"));
    if (status == null) {
      return unreadable(answer);
    }
    return switch (status) {
      case "in_progress" -> new Progress.Running(null, answer.evidence());
      case "completed" ->
          done(answer, answer.root(), answer.root().at("/workflow/prompt"), files, outputs);
      case "failed" ->
          new PromptEnd(answer, answer.root().path("execution_status").path("messages")).progress();
      case "cancelled" ->
          new Progress.Cancelled("cancelled at the server", null, answer.evidence());
      default -> new Progress.Waiting(shown(status), answer.evidence());
    };
  }

  private Progress findInQueue(String server, String id, List<String> outputs) {
    return http.get(server + "/queue", PromptParts.QUEUE)
        .fold(
            answer -> readQueue(http.read(answer), server, id, outputs),
            Exchange.Broken::asProgress);
  }

  private Progress readQueue(JsonAnswer answer, String server, String id, List<String> outputs) {
    JsonNode running = answer.root().path("queue_running");
    JsonNode pending = answer.root().path("queue_pending");
    if (!answer.isSuccess() || !running.isArray() || !pending.isArray()) {
      return failedPoll(answer);
    }
    if (holds(running, id)) {
      return new Progress.Running(null, answer.evidence());
    }
    return holds(pending, id)
        ? new Progress.Waiting("pending", answer.evidence())
        : findInHistory(server, id, outputs);
  }

  /** An item is a list: a number, the id, the graph, and more. */
  private static boolean holds(JsonNode items, String id) {
    return items.valueStream().anyMatch(item -> item.path(1).asString("").equals(id));
  }

  private Progress findInHistory(String server, String id, List<String> outputs) {
    return http.get(server + "/history/" + Tickets.pathSegment(id), PromptParts.HISTORY)
        .fold(
            answer -> readHistory(http.read(answer), server, id, outputs),
            Exchange.Broken::asProgress);
  }

  private Progress readHistory(JsonAnswer answer, String server, String id, List<String> outputs) {
    if (!answer.isSuccess() || !answer.isJson()) {
      return failedPoll(answer);
    }
    if (answer.root().isEmpty()) {
      return new Progress.NotVisible(answer.evidence());
    }
    JsonNode entry = answer.root().path(id);
    return entry.isObject()
        ? ended(answer, entry, new OutputFiles(server), outputs)
        : unreadable(answer);
  }

  /** Very old servers give no status; what they have in their history has run. */
  private static Progress ended(
      JsonAnswer answer, JsonNode entry, OutputFiles files, List<String> outputs) {
    JsonNode status = entry.path("status");
    return status.path("status_str").asString("success").equals("success")
        ? done(answer, entry, entry.at("/prompt/2"), files, outputs)
        : new PromptEnd(answer, status.path("messages")).progress();
  }

  private static Progress done(
      JsonAnswer answer, JsonNode entry, JsonNode graph, OutputFiles files, List<String> outputs) {
    JsonNode made = entry.path("outputs");
    List<String> addresses = files.addresses(made, outputs);
    return new Progress.Succeeded(
        addresses,
        null,
        answer.evidence(),
        addresses.isEmpty() ? new NoResult(made, graph).told(outputs) : null);
  }

  private Progress failedPoll(JsonAnswer answer) {
    return switch (answer.status()) {
      case 401, 403 ->
          new Progress.Halt(
              HaltCause.CREDENTIALS,
              "the server lets nobody in, HTTP " + answer.status() + ": " + answer.excerpt(),
              answer.evidence());
      default -> unreadable(answer);
    };
  }

  private Progress unreadable(JsonAnswer answer) {
    String reason = "HTTP " + answer.status() + ": " + answer.excerpt();
    return new Progress.Unreadable(reason, http.retryAfter(answer), answer.evidence());
  }

  private static String shown(String word) {
    return PlainText.oneLine(word, LONGEST_WORD);
  }
}
