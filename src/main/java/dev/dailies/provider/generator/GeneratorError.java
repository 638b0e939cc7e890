package dev.dailies.provider.generator;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import java.time.Clock;
import java.util.Optional;

/** What the generator says against a request: {@code {"error": "…", "details": "…"}}. */
final class GeneratorError {

  private GeneratorError() {}

  /** In words, in its own language. */
  static String words(JsonAnswer answer) {
    String error = answer.text(answer.root().path("error"));
    String details = answer.text(answer.root().path("details"));
    String words = error == null ? answer.excerpt() : error;
    return JsonAnswer.onOneLine(
        "HTTP " + answer.status() + ": " + (details == null ? words : words + ": " + details));
  }

  /** Why nothing was created, by an answer other than 2xx; empty if it does not prove that. */
  static Optional<Submission.NothingCreated> proof(JsonAnswer answer, Clock clock) {
    String words = words(answer);
    return Optional.ofNullable(
        switch (answer.status()) {
          case 400, 413, 422 ->
              new Submission.Refused("http_" + answer.status(), words, answer.evidence());
          case 401, 403 -> new Submission.Halt(HaltCause.CREDENTIALS, words, answer.evidence());
          case 404, 405 ->
              new Submission.Halt(
                  HaltCause.ACCOUNT, "no such route, see base-url, " + words, answer.evidence());
          case 429 ->
              new Submission.NotNow(words, answer.retryAfter(clock), false, answer.evidence());
          default -> null;
        });
  }
}
