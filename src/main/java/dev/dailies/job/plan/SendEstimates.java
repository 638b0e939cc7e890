package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.LeftToSend;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.Plans;
import dev.dailies.provider.spi.Rate;
import java.util.List;

/** What the newest plan will cost and how long it will take to send: the ledger adds it up. */
public final class SendEstimates {

  private final Plans plans;
  private final OpenTasks tasks;
  private final Providers providers;

  SendEstimates(Plans plans, OpenTasks tasks, Providers providers) {
    this.plans = plans;
    this.tasks = tasks;
    this.providers = providers;
  }

  /** What is left to send, by provider. */
  public List<SendEstimate> byProvider() {
    long newest = plans.newest().map(Plan::number).orElse(0L);
    return tasks.leftToSend(newest).stream().map(this::estimate).toList();
  }

  private SendEstimate estimate(LeftToSend left) {
    Rate rate = providers.get(left.provider()).settings().submitRate();
    return new SendEstimate(
        left.provider(),
        left.tasks(),
        left.expected(),
        rate.toString(),
        rate.period().multipliedBy(Math.max(0, left.tasks() - 1)));
  }
}
