package dev.dailies.job.download;

import dev.dailies.job.run.Agenda;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.WorkerPool;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Fetches the files of every finished task, as soon as they are there. */
final class DownloadTasklet implements Tasklet {

  private final DeliveryList list;
  private final Deliverer deliverer;
  private final WorkerPool pool;
  private final RunControl run;
  private final Agenda<Delivery> deliveries;

  DownloadTasklet(DeliveryList list, Deliverer deliverer, WorkerPool pool, RunControl run) {
    this.list = list;
    this.deliverer = deliverer;
    this.pool = pool;
    this.run = run;
    this.deliveries = new Agenda<>(Delivery::timer, delivery -> pool);
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    deliveries.clear();
    list.begin();
    run.loop(this::fetchDueOnes, this::isDone);
    pool.awaitIdle(run.stopTimeout());
    return RepeatStatus.FINISHED;
  }

  private Optional<Duration> fetchDueOnes() {
    deliveries.follow(list.ids(), task -> Optional.of(list.delivery(task)));
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
