package dev.dailies.provider.generator;

import static dev.dailies.provider.http.Proof.KEY;
import static dev.dailies.provider.http.Proof.LATER;
import static dev.dailies.provider.http.Proof.ROUTE;
import static dev.dailies.provider.http.Proof.ROW;
import static dev.dailies.provider.http.Refusals.line;

import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Refusals;
import java.time.Clock;
import java.util.Optional;

/** What the generator says against a request: {@code {"error": "…", "details": "…"}}. */
final class GeneratorError {

  private static final Refusals PROOFS =
      Refusals.of(
          line(ROW, 400, 413, 414, 415, 422),
          line(KEY, 401, 403),
          line(ROUTE, 404, 405),
          line(LATER, 429));

  private GeneratorError() {}

  /** In words, in its own language. */
  static String words(JsonAnswer answer) {
    return "HTTP " + answer.status() + ": " + reason(answer);
  }

  private static String reason(JsonAnswer answer) {
    String error = answer.text(answer.root().path("error"));
    String details = answer.text(answer.root().path("details"));
    String words = error == null ? answer.excerpt() : error;
    return JsonAnswer.onOneLine(details == null ? words : words + ": " + details);
  }

  /** Why nothing was created, by an answer other than 2xx; empty if it does not prove that. */
  static Optional<Submission.NothingCreated> proof(JsonAnswer answer, Clock clock) {
    String reason = reason(answer);
    return PROOFS
        .proof(answer, answer.status(), null, reason)
        .map(proof -> proof.of(answer, null, reason, clock));
  }
}
