package dev.dailies.simulator.runway;

import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import dev.dailies.simulator.task.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The organization's money and its use, counted since the simulator started. */
final class Account {

  private static final long CREDITS = 1_000_000;
  private static final int A_SECOND = 5;

  private final LongAdder spent = new LongAdder();
  private final Map<String, LongAdder> generations = new ConcurrentSkipListMap<>();

  void charge(Order order, IssuedTicket ticket) {
    spent.add(estimate(ticket));
    generations.computeIfAbsent(order.model(), model -> new LongAdder()).increment();
  }

  /** In credits; one price for all models, since a ticket does not name its own. */
  static int estimate(IssuedTicket ticket) {
    return A_SECOND * Math.max(1, ticket.seconds());
  }

  /** In credits: what Runway itself broke is free, what it refuses is not. */
  static int cost(IssuedTicket ticket) {
    boolean isFree = ticket.outcome() == Outcome.INTERNAL || ticket.outcome() == Outcome.CANCELLED;
    return isFree ? 0 : estimate(ticket);
  }

  ObjectNode organization() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("creditBalance", Math.max(0, CREDITS - spent.sum()));
    ObjectNode tier = body.putObject("tier").put("maxMonthlyCreditSpend", CREDITS);
    ObjectNode limits = tier.putObject("models");
    ObjectNode usage = body.putObject("usage").putObject("models");
    generations.forEach(
        (model, count) -> {
          limits
              .putObject(model)
              .put("maxConcurrentGenerations", 20)
              .put("maxDailyGenerations", 30_000);
          usage.putObject(model).put("dailyGenerations", count.sum());
        });
    return body;
  }
}
