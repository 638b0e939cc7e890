package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.Charge;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Outcome;
import dev.dailies.simulator.task.Stage;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a create costs its client.
 *
 * @param model what the account calls it
 * @param amount in what the provider counts
 * @param known false for a price that the simulator has made up
 * @param refunded tasks that end so are given back
 * @param noCredits what the provider says when the account has not so much
 */
public record Bill(
    Account account,
    String model,
    BigDecimal amount,
    boolean known,
    Set<Outcome> refunded,
    Answer noCredits) {

  /** Keeps the outcomes as they were given. */
  public Bill {
    refunded = Set.copyOf(refunded);
  }

  /** Where a task waits for others of its model. */
  String queue() {
    return account.provider() + " " + model;
  }

  BigDecimal usd() {
    return account.usd(amount);
  }

  boolean take(long now) {
    return account.take(amount, now);
  }

  void book(IssuedTicket ticket) {
    long back = refunded.contains(ticket.outcome()) ? Stage.finish(ticket) : Charge.NEVER;
    account.book(new Charge(ticket.id(), model, amount, known, ticket.created(), back));
  }
}
