package dev.dailies.job.submit;

import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.OpenTasks.LeftToSend;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Samples;
import dev.dailies.ledger.Task;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.text.Count;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which PLANNED tasks this run is about: those of the newest plan, or a sample of them. */
final class Selection {

  private final Plans plans;
  private final OpenTasks tasks;
  private final PlannedTasks planned;
  private final Samples samples;
  private final Providers providers;
  private final @Nullable Integer sample;

  private long plan;

  /**
   * @param sample how many tasks to choose; null for all
   */
  Selection(
      Plans plans,
      OpenTasks tasks,
      PlannedTasks planned,
      Samples samples,
      Providers providers,
      @Nullable Integer sample) {
    this.plans = plans;
    this.tasks = tasks;
    this.planned = planned;
    this.samples = samples;
    this.providers = providers;
    this.sample = sample;
  }

  /**
   * Starts over with what the newest plan asks for.
   *
   * @return by providers; none if the plan was not admitted
   */
  List<String> begin(RunControl run) {
    plan = plans.newest().filter(Plan::isAdmitted).map(Plan::number).orElse(0L);
    if (plan == 0) {
      return List.of();
    }
    List<String> all = tasks.providersOfPlanned(plan);
    Integer wanted = sample;
    if (wanted == null) {
      return all;
    }
    // What a run that died has chosen is sent first: then no death makes a sample larger.
    if (samples.countUnsent(plan) == 0) {
      samples.choose(choice(all).choose(wanted));
    }
    List<String> chosen = all.stream().filter(name -> !next(name, Set.of(), 1).isEmpty()).toList();
    long sent = samples.countUnsent(plan);
    if (tasks.leftToSend(plan).stream().mapToLong(LeftToSend::tasks).sum() > sent) {
      String shots = Count.of(sent, "shot");
      run.note(StopReason.of(Kind.LIMIT, "only a sample of %s is sent".formatted(shots)));
    }
    return chosen;
  }

  /** False if the newest plan was not admitted: then nothing is sent. */
  boolean isOpen() {
    return plan > 0;
  }

  private SampleChoice choice(List<String> names) {
    SampleChoice choice = new SampleChoice();
    for (String name : names) {
      planned.forEach(
          name,
          plan,
          task ->
              choice.offer(
                  task,
                  providers
                      .get(name)
                      .provider()
                      .model(Objects.requireNonNull(task.shot()))
                      .name()));
    }
    return choice;
  }

  /** The oldest tasks of a provider that are to be sent, leaving some out. */
  List<Task> next(String provider, Set<Long> except, int most) {
    return sample == null
        ? tasks.planned(provider, plan, except, most)
        : tasks.sampled(provider, plan, except, most);
  }
}
