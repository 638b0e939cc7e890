package dev.dailies.provider.runway;

import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import java.time.Clock;
import java.util.Optional;

/**
 * Says what came of creating a task. Money hangs on it: an answer counts as a refusal only if it
 * proves that nothing was created.
 */
final class CreateAnswer {

  private final Secret key;
  private final Refusal refusal;

  CreateAnswer(Secret key, Clock clock) {
    this.key = key;
    this.refusal = new Refusal(clock);
  }

  Submission read(Exchange exchange) {
    return exchange.fold(
        answer -> read(new JsonAnswer(answer, key)), Exchange.Broken::asSubmission);
  }

  private Submission read(JsonAnswer answer) {
    if (answer.isSuccess()) {
      return accepted(answer);
    }
    Optional<Submission.NothingCreated> proof = refusal.proof(answer);
    return proof.isPresent()
        ? proof.get()
        : new Submission.Unknown(RunwayError.words(answer), answer.evidence());
  }

  private static Submission accepted(JsonAnswer answer) {
    String ticket = answer.text(answer.root().path("id"));
    if (ticket == null || !Tickets.isUsable(ticket)) {
      return new Submission.Unknown(
          "no task id that can be asked for: " + answer.excerpt(), answer.evidence());
    }
    return new Submission.Accepted(
        ticket, Credits.in(answer.root().path("estimatedCost")), answer.evidence());
  }
}
