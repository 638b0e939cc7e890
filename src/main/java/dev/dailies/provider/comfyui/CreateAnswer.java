package dev.dailies.provider.comfyui;

import static dev.dailies.provider.HaltCause.ACCOUNT;
import static dev.dailies.provider.HaltCause.CREDENTIALS;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answer to a posted prompt. Even a 500 may have queued it, so whatever is not known to
 * be a refusal is unknown.
 */
final class CreateAnswer {

  private final ComfyuiHttp http;

  CreateAnswer(ComfyuiHttp http) {
    this.http = http;
  }

  /** An answer, and the prompt that must be taken out of the queue again; empty if none. */
  record Read(Submission submission, String unwanted) {}

  Read read(Exchange exchange, JsonNode graph) {
    return exchange.fold(
        answer -> read(http.read(answer), graph), broken -> new Read(broken.asSubmission(), ""));
  }

  private Read read(JsonAnswer answer, JsonNode graph) {
    return answer.isSuccess() ? accepted(answer, graph) : new Read(refused(answer, graph), "");
  }

  private static Read accepted(JsonAnswer answer, JsonNode graph) {
    String id = answer.text(answer.root().path("prompt_id"));
    if (id == null || !Tickets.isUsable(id)) {
      return new Read(unknown(answer, "no prompt_id: " + answer.excerpt()), "");
    }
    NodeErrors errors = new NodeErrors(answer, graph);
    return errors.isAny()
        ? new Read(new Submission.Refused("node_errors", errors.words(), answer.evidence()), id)
        : new Read(new Submission.Accepted(id, null, answer.evidence()), "");
  }

  private Submission refused(JsonAnswer answer, JsonNode graph) {
    NodeErrors errors = new NodeErrors(answer, graph);
    String reason = "HTTP " + answer.status() + ": " + errors.words();
    return switch (answer.status()) {
      case 400 -> new Submission.Refused(errors.code(), errors.words(), answer.evidence());
      case 413, 414 -> new Submission.Refused("too_large", reason, answer.evidence());
      case 415, 422 -> new Submission.Refused("http_" + answer.status(), reason, answer.evidence());
      case 401, 403 -> halt(CREDENTIALS, answer, "the server lets nobody in, " + reason);
      case 404, 405 -> halt(ACCOUNT, answer, "no such route, see base-url, " + reason);
      case 429 -> new Submission.NotNow(reason, http.retryAfter(answer), false, answer.evidence());
      default -> unknown(answer, reason);
    };
  }

  private static Submission halt(HaltCause cause, JsonAnswer answer, String reason) {
    return new Submission.Halt(cause, reason, answer.evidence());
  }

  private static Submission unknown(JsonAnswer answer, String reason) {
    return new Submission.Unknown(reason, answer.evidence());
  }
}
