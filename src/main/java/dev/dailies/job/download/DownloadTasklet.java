package dev.dailies.job.download;

import dev.dailies.job.run.Agenda;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.WorkerPool;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Fetches the files of every SUCCEEDED task, as soon as they are there. */
final class DownloadTasklet implements Tasklet {

  private final OpenTasks tasks;
  private final Deliverer deliverer;
  private final WorkerPool pool;
  private final RunControl run;
  private final Agenda<Delivery> deliveries;

  DownloadTasklet(OpenTasks tasks, Deliverer deliverer, WorkerPool pool, RunControl run) {
    this.tasks = tasks;
    this.deliverer = deliverer;
    this.pool = pool;
    this.run = run;
    this.deliveries = new Agenda<>(Delivery::timer, delivery -> pool);
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    deliveries.clear();
    run.loop(this::fetchDueOnes, this::isDone);
    pool.awaitIdle(run.stopTimeout());
    return RepeatStatus.FINISHED;
  }

  private Optional<Duration> fetchDueOnes() {
    deliveries.follow(tasks.idsIn(TaskState.SUCCEEDED), task -> Optional.of(new Delivery(task)));
    if (run.isTimeUp()) {
      deliveries
          .open()
          .filter(delivery -> !delivery.timer().isUnderWay())
          .forEach(Delivery::giveUp);
    }
    return deliveries.startDue(deliverer::deliver);
  }

  private boolean isDone() {
    return run.isOver(ParallelStep.POLL) && deliveries.open().findAny().isEmpty() && pool.isIdle();
  }
}
