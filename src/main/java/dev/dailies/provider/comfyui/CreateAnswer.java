package dev.dailies.provider.comfyui;

import static dev.dailies.provider.HaltCause.ACCOUNT;
import static dev.dailies.provider.HaltCause.CREDENTIALS;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.FailureBehind;
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

  /**
   * An answer.
   *
   * @param unwanted the prompt that must be taken out of the queue again; empty if none
   * @param unfit true if this server cannot run the workflow, whatever the row
   */
  record Read(Submission submission, String unwanted, boolean unfit) {

    private static Read of(Submission submission) {
      return new Read(submission, "", false);
    }
  }

  /**
   * Reads what came of a request.
   *
   * @param body as it was sent
   */
  Read read(Exchange exchange, JsonNode body) {
    return exchange.fold(
        answer -> read(http.read(answer), body), broken -> Read.of(broken.asSubmission()));
  }

  private Read read(JsonAnswer answer, JsonNode body) {
    NodeErrors errors = new NodeErrors(answer, body);
    if (answer.isSuccess()) {
      return accepted(answer, errors);
    }
    if (isRefusal(answer.status()) && !errors.isAny() && FailureBehind.isTold(answer)) {
      return Read.of(unknown(answer, "HTTP " + answer.status() + ": " + errors.words()));
    }
    return answer.status() == 400
        ? invalid(errors.code(), "", answer, errors)
        : Read.of(refused(answer, errors));
  }

  /** Of a refusal that names no node the words count: what stands between may have written them. */
  private static boolean isRefusal(int status) {
    return status == 400 || status == 413 || status == 414 || status == 415 || status == 422;
  }

  private static Read accepted(JsonAnswer answer, NodeErrors errors) {
    String id = answer.text(answer.root().path("prompt_id"));
    if (id == null || !Tickets.isUsable(id)) {
      return Read.of(unknown(answer, "no prompt_id: " + answer.excerpt()));
    }
    return errors.isAny()
        ? invalid("node_errors", id, answer, errors)
        : Read.of(new Submission.Accepted(id, null, answer.evidence()));
  }

  /** What no row has filled is wrong for every row: they wait for the workflow to be mended. */
  private static Read invalid(String code, String unwanted, JsonAnswer answer, NodeErrors errors) {
    return errors.areOfTheRow()
        ? new Read(new Submission.Refused(code, errors.words(), answer.evidence()), unwanted, false)
        : new Read(halt(ACCOUNT, answer, errors.inTheWorkflow()), unwanted, true);
  }

  private Submission refused(JsonAnswer answer, NodeErrors errors) {
    String reason = "HTTP " + answer.status() + ": " + errors.words();
    return switch (answer.status()) {
      case 413, 414 ->
          errors.isMostlyTheRow()
              ? new Submission.Refused("too_large", reason, answer.evidence())
              : halt(ACCOUNT, answer, "the server takes no workflow of this size, " + reason);
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
