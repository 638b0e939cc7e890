package dev.dailies.job.download;

import dev.dailies.job.run.Lane;
import dev.dailies.job.run.Signal;
import dev.dailies.job.run.Stages;
import dev.dailies.job.run.Stages.Stage;
import dev.dailies.job.run.StopReasons;
import dev.dailies.job.run.TimeLimit;
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
  private final Lane lane;
  private final StopReasons stops;
  private final Stages stages;
  private final Signal signal;
  private final TimeLimit timeLimit;
  private final Duration stopTimeout;
  private final Map<Long, Delivery> deliveries = new HashMap<>();

  DownloadTasklet(
      OpenTasks tasks,
      Deliverer deliverer,
      Lane lane,
      StopReasons stops,
      Stages stages,
      Signal signal,
      TimeLimit timeLimit,
      Duration stopTimeout) {
    this.tasks = tasks;
    this.deliverer = deliverer;
    this.lane = lane;
    this.stops = stops;
    this.stages = stages;
    this.signal = signal;
    this.timeLimit = timeLimit;
    this.stopTimeout = stopTimeout;
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    deliveries.clear();
    while (!stops.isStopped()) {
      long seen = signal.count();
      boolean pollIsOver = stages.isOver(Stage.POLL);
      takeUpNewOnes();
      Optional<Duration> untilNext = startDueOnes();
      if (pollIsOver && waiting().findAny().isEmpty() && lane.isIdle() && seen == signal.count()) {
        break;
      }
      stages.checkThatAllBegan(stops);
      signal.await(seen, untilNext.filter(d -> d.compareTo(LOOK_AGAIN) < 0).orElse(LOOK_AGAIN));
    }
    lane.awaitIdle(stopTimeout);
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
        .filter(delivery -> lane.hasFreeSlot())
        .map(Delivery::untilDue)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(wait -> wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  private void startIfSlotIsFree(Delivery delivery) {
    if (lane.hasFreeSlot()) {
      delivery.start();
      lane.execute(() -> deliverer.deliver(delivery));
    }
  }

  private Stream<Delivery> waiting() {
    return deliveries.values().stream()
        .filter(delivery -> !delivery.isGivenUp())
        .filter(delivery -> !timeLimit.isOver() || delivery.isUnderWay());
  }
}
