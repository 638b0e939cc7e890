package dev.dailies.provider.cometapi;

import static dev.dailies.provider.HaltCause.ACCOUNT;
import static dev.dailies.provider.HaltCause.CREDENTIALS;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Says what came of creating a task. Money hangs on it: an answer counts as a refusal only if it
 * proves that nothing was created, and whatever is not understood is unknown.
 */
final class CreateAnswer {

  private static final Logger log = LoggerFactory.getLogger(CreateAnswer.class);

  /** Numbers in a body that mean what the HTTP status of the same number means. */
  private static final Set<Integer> LIKE_HTTP =
      Set.of(401, 402, 403, 429, 500, 502, 503, 504, 524, 529);

  private final Secret key;
  private final Clock clock;

  CreateAnswer(Secret key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  Submission read(Exchange exchange) {
    return exchange.fold(
        answer -> read(new JsonAnswer(answer, key)), Exchange.Broken::asSubmission);
  }

  private Submission read(JsonAnswer answer) {
    if (TaskNotExist.isIn(answer)) {
      return unknown(answer, "task_not_exist, which is no answer to a submission");
    }
    if (!answer.isSuccess()) {
      return refused(answer, answer.status());
    }
    JsonNode root = answer.root();
    boolean refusal = saysNo(root.path("code")) || !isEmpty(root.path("error"));
    return refusal ? refusedInside(answer) : accepted(answer);
  }

  /** Sister gateways say 0 for success, but it proves nothing alone. */
  private static boolean saysNo(JsonNode code) {
    return code.isIntegralNumber() && code.asInt(-1) != 200 && code.asInt(-1) != 0;
  }

  private static boolean isEmpty(JsonNode error) {
    return error.isMissingNode()
        || error.isNull()
        || (error.isContainer() && error.isEmpty())
        || (error.isString() && error.asString().isBlank())
        || (error.isBoolean() && !error.asBoolean());
  }

  private Submission accepted(JsonAnswer answer) {
    Optional<String> ticket = TaskId.in(answer);
    if (ticket.isEmpty()) {
      return unknown(answer, "no task id: " + answer.excerpt());
    }
    if (!Tickets.isUsable(ticket.get())) {
      return unknown(answer, "an id that no task can be asked for by: " + answer.excerpt());
    }
    if (!answer.rest().isEmpty()) {
      String rest = JsonAnswer.onOneLine(answer.rest());
      log.warn("task {} was accepted, but the answer went on: {}", ticket.get(), rest);
    }
    return new Submission.Accepted(ticket.get(), null, answer.evidence());
  }

  private Submission refusedInside(JsonAnswer answer) {
    Optional<String> ticket = TaskId.in(answer).filter(id -> !id.contains(" "));
    if (ticket.isPresent()) {
      return unknown(answer, "both an error and a task id: " + answer.excerpt());
    }
    CometapiError error = CometapiError.of(answer);
    if (error.saysNoCredits()) {
      return refused(answer, 402);
    }
    if (error.saysSomethingFailed()) {
      return unknown(answer, error.reason());
    }
    int number = error.number();
    return refused(answer, LIKE_HTTP.contains(number) ? number : 400);
  }

  private Submission refused(JsonAnswer answer, int status) {
    CometapiError error = CometapiError.of(answer);
    String reason = "HTTP " + answer.status() + ": " + error.reason();
    return switch (status) {
      case 400, 413, 422 ->
          error.saysNoCredits() ? halt(ACCOUNT, answer, reason) : refused(answer, error);
      case 401 -> halt(CREDENTIALS, answer, "the key was refused, " + reason);
      case 402 -> halt(ACCOUNT, answer, reason);
      case 403 -> halt(error.saysNoCredits() ? ACCOUNT : CREDENTIALS, answer, reason);
      case 404, 405 -> halt(ACCOUNT, answer, "no such route, see base-url, " + reason);
      case 429 -> new Submission.NotNow(reason, answer.retryAfter(clock), false, answer.evidence());
      case 500 -> error.saysBadInput() ? refused(answer, error) : unknown(answer, reason);
      case 503 ->
          error.is("model_not_found") ? halt(ACCOUNT, answer, reason) : unknown(answer, reason);
      default -> unknown(answer, reason);
    };
  }

  private static Submission refused(JsonAnswer answer, CometapiError error) {
    String code = error.code() == null ? "http_" + answer.status() : error.code();
    return new Submission.Refused(code, error.reason(), answer.evidence());
  }

  private static Submission halt(HaltCause cause, JsonAnswer answer, String reason) {
    return new Submission.Halt(cause, reason, answer.evidence());
  }

  private static Submission unknown(JsonAnswer answer, String reason) {
    return new Submission.Unknown(reason, answer.evidence());
  }
}
