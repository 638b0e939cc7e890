package dev.dailies.job.plan;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.LeftToSend;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.provider.Provider;
import dev.dailies.provider.spi.Rate;
import java.util.List;
import java.util.Objects;

/** What the newest plan will cost and how long it will take to send. */
public final class SendEstimates {

  private final Plans plans;
  private final OpenTasks tasks;
  private final PlannedTasks planned;
  private final Providers providers;

  SendEstimates(Plans plans, OpenTasks tasks, PlannedTasks planned, Providers providers) {
    this.plans = plans;
    this.tasks = tasks;
    this.planned = planned;
    this.providers = providers;
  }

  /** What is left to send, by provider: the ledger adds it up. */
  public List<SendEstimate> byProvider() {
    return tasks.leftToSend(newest()).stream().map(this::estimate).toList();
  }

  /** The same by model and by scene: every task is looked at. */
  public SendTable table() {
    SendCount count = new SendCount();
    for (String name : tasks.providersOfPlanned(newest())) {
      Provider provider = providers.get(name).provider();
      planned.forEach(
          name,
          newest(),
          task -> count.add(task, provider.model(Objects.requireNonNull(task.shot()))));
    }
    return count.table();
  }

  private long newest() {
    return plans.newest().map(Plan::number).orElse(0L);
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
