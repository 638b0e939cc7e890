package dev.dailies.job.plan;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.LeftToSend;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Shot;
import dev.dailies.provider.spi.Rate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the newest plan will cost and how long it will take to send. */
public final class SendEstimates {

  /** As many of the last ones tell how long clips take. */
  private static final int CLIPS = 200;

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

  /** The same by model and by scene, and when it is here: every task is looked at. */
  public SendTable table() {
    SendCount count = new SendCount();
    ReadyCount ready = new ReadyCount(new ClipTimes(name -> tasks.timesTaken(name, CLIPS)));
    for (String name : tasks.providersOfPlanned(newest())) {
      ActiveProvider active = providers.get(name);
      planned.forEach(
          name,
          newest(),
          task -> {
            Shot shot = Objects.requireNonNull(task.shot());
            count.add(task, active.provider().model(shot));
            ready.add(active, shot);
          });
    }
    tasks.in(TaskState.SUBMITTED).forEach(task -> addRunning(task, ready));
    return count.table(ready.time());
  }

  private void addRunning(Task task, ReadyCount ready) {
    Optional.ofNullable(task.provider())
        .flatMap(providers::findQuietly)
        .filter(active -> task.shot() != null)
        .ifPresent(active -> ready.add(active, Objects.requireNonNull(task.shot())));
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
