package dev.dailies.provider.cometapi;

import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import java.time.Clock;
import java.util.Locale;
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

  /** Textual codes that say yes; a number says it with 200 or 0. They prove nothing alone. */
  private static final Set<String> YES = Set.of("", "0", "200", "ok", "success", "succeed");

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
      return refused(answer);
    }
    JsonNode root = answer.root();
    boolean refusal =
        saysNo(root.path("code"))
            || !isEmpty(root.path("error"))
            || (root.path("success").isBoolean() && !root.path("success").asBoolean());
    return refusal ? refusedInside(answer) : accepted(answer);
  }

  private static boolean saysNo(JsonNode code) {
    if (code.isNumber()) {
      return code.asDouble() != 200 && code.asDouble() != 0;
    }
    return code.isString() && !YES.contains(code.asString().strip().toLowerCase(Locale.ROOT));
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
    return refused(answer);
  }

  private Submission refused(JsonAnswer answer) {
    CometapiError error = CometapiError.of(answer);
    return Refusal.proof(answer, error)
        .<Submission>map(proof -> proof.of(answer, error.code(), error.reason(), clock))
        .orElseGet(() -> unknown(answer, "HTTP " + answer.status() + ": " + error.reason()));
  }

  private static Submission unknown(JsonAnswer answer, String reason) {
    return new Submission.Unknown(reason, answer.evidence());
  }
}
