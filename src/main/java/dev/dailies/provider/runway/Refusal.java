package dev.dailies.provider.runway;

import static dev.dailies.provider.HaltCause.ACCOUNT;
import static dev.dailies.provider.HaltCause.CREDENTIALS;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import java.time.Clock;
import java.util.Optional;

/** What an answer that is no success proves about a POST, by Runway's page "HTTP errors". */
final class Refusal {

  private final Clock clock;

  Refusal(Clock clock) {
    this.clock = clock;
  }

  /** Why nothing was created; empty if the answer does not prove that. */
  Optional<Submission.NothingCreated> proof(JsonAnswer answer) {
    RunwayError error = RunwayError.of(answer);
    String reason = RunwayError.words(answer);
    return Optional.ofNullable(
        switch (answer.status()) {
          case 400, 413, 422 ->
              error.saysNoCredits() ? halt(ACCOUNT, answer, reason) : refused(answer, error);
          case 401 -> halt(CREDENTIALS, answer, "the key was refused, " + reason);
          case 402 -> halt(ACCOUNT, answer, reason);
          // A row with another model may be taken. If none is, repeated refusals end the run.
          case 403 ->
              error.isAboutAModel() ? refused(answer, error) : halt(CREDENTIALS, answer, reason);
          case 404, 405 -> halt(ACCOUNT, answer, "no such route, see base-url, " + reason);
          case 429 ->
              new Submission.NotNow(reason, answer.retryAfter(clock), false, answer.evidence());
          default -> null;
        });
  }

  private static Submission.Refused refused(JsonAnswer answer, RunwayError error) {
    return new Submission.Refused("http_" + answer.status(), error.reason(), answer.evidence());
  }

  private static Submission.Halt halt(HaltCause cause, JsonAnswer answer, String reason) {
    return new Submission.Halt(cause, reason, answer.evidence());
  }
}
