package dev.dailies.job.download;

import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.WorkerPool;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskState;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Fetches the files of every SUCCEEDED task, as soon as they are there. */
final class DownloadTasklet implements Tasklet {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(5);

  private final OpenTasks tasks;
  private final Deliverer deliverer;
  private final WorkerPool pool;
  private final RunControl run;
  private final Map<Long, Delivery> deliveries = new HashMap<>();

  DownloadTasklet(OpenTasks tasks, Deliverer deliverer, WorkerPool pool, RunControl run) {
    this.tasks = tasks;
    this.deliverer = deliverer;
    this.pool = pool;
    this.run = run;
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    deliveries.clear();
    while (!run.isStopped()) {
      long seen = run.changes();
      boolean pollIsOver = run.isOver(ParallelStep.POLL);
      takeUpNewOnes();
      Optional<Duration> untilNext = startDueOnes();
      if (pollIsOver && waiting().findAny().isEmpty() && pool.isIdle() && seen == run.changes()) {
        break;
      }
      run.awaitChange(seen, untilNext.filter(d -> d.compareTo(LOOK_AGAIN) < 0).orElse(LOOK_AGAIN));
    }
    pool.awaitIdle(run.stopTimeout());
    return RepeatStatus.FINISHED;
  }

  private void takeUpNewOnes() {
    Set<Long> succeeded = tasks.idsIn(TaskState.SUCCEEDED);
    deliveries.keySet().retainAll(succeeded);
    succeeded.forEach(id -> deliveries.computeIfAbsent(id, Delivery::new));
  }

  private Optional<Duration> startDueOnes() {
    waiting()
        .filter(Delivery::isDue)
        .sorted(Comparator.comparingLong(Delivery::due))
        .forEach(this::startIfSlotIsFree);
    // One that waits for a slot does not count: the signal is raised when one is free again.
    return waiting()
        .filter(delivery -> pool.hasFreeSlot())
        .map(Delivery::untilDue)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(wait -> wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  private void startIfSlotIsFree(Delivery delivery) {
    if (pool.hasFreeSlot()) {
      delivery.start();
      pool.execute(() -> deliverer.deliver(delivery));
    }
  }

  private Stream<Delivery> waiting() {
    return deliveries.values().stream()
        .filter(delivery -> !delivery.isGivenUp())
        .filter(delivery -> !run.isTimeUp() || delivery.isUnderWay());
  }
}
