package dev.dailies.provider.runway;

import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Tickets;
import java.time.Clock;

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
    if (exchange instanceof Exchange.Answer answer) {
      JsonAnswer json = new JsonAnswer(answer, key);
      return json.isSuccess() ? accepted(json) : refusal.of(json);
    }
    return ((Exchange.Broken) exchange).asSubmission();
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
