package dev.dailies.provider.runway;

import static dev.dailies.provider.http.Proof.ACCOUNT;
import static dev.dailies.provider.http.Proof.KEY;
import static dev.dailies.provider.http.Proof.LATER;
import static dev.dailies.provider.http.Proof.ROUTE;
import static dev.dailies.provider.http.Proof.ROW;
import static dev.dailies.provider.http.Refusals.line;

import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.NoCredits;
import dev.dailies.provider.http.Refusals;
import java.time.Clock;
import java.util.Optional;

/** What an answer that is no success proves about a POST, by Runway's page "HTTP errors". */
final class Refusal {

  /** What is said of an account. The name of a field in the same answer makes it a row's fault. */
  private static final Refusals OF_THE_ACCOUNT =
      Refusals.of(line(ACCOUNT, 400, 413, 422).withWords(NoCredits.WORDS));

  private static final Refusals ANY =
      Refusals.of(
          line(ROW, 400, 413, 414, 415, 422),
          line(KEY, 401),
          line(ACCOUNT, 402),
          // A row with another model may be taken. If none is, repeated refusals end the run.
          line(ROW, 403).withWords("model.*not available"),
          line(KEY, 403),
          line(ROUTE, 404, 405),
          line(LATER, 429));

  private final Clock clock;

  Refusal(Clock clock) {
    this.clock = clock;
  }

  /** Why nothing was created; empty if the answer does not prove that. */
  Optional<Submission.NothingCreated> proof(JsonAnswer answer) {
    RunwayError error = RunwayError.of(answer);
    String words = error.reason();
    return Optional.of(OF_THE_ACCOUNT)
        .filter(account -> !error.namesFields())
        .flatMap(account -> account.proof(answer.status(), null, words))
        .or(() -> ANY.proof(answer, answer.status(), null, words))
        .map(proof -> proof.of(answer, null, words, clock));
  }
}
