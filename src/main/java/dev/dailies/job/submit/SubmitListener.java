package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.ParallelStepListener;
import dev.dailies.job.run.ParallelSteps;
import dev.dailies.job.run.ParallelSteps.Stage;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.StopReasons;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Opens the queue before the submit step, and joins all answers before the step ends. */
final class SubmitListener implements StepExecutionListener {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Providers providers;
  private final StopReasons stops;
  private final ParallelSteps stages;
  private final Duration stopTimeout;

  SubmitListener(
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      StopReasons stops,
      ParallelSteps stages,
      Duration stopTimeout) {
    this.queue = queue;
    this.submitter = submitter;
    this.providers = providers;
    this.stops = stops;
    this.stages = stages;
    this.stopTimeout = stopTimeout;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    stages.begin(Stage.SUBMIT);
    queue.open();
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      stops.stop(StopReason.of(Kind.FAILURE, ParallelStepListener.describe(execution)));
    }
    try {
      joinAnswers();
      submitter.abandon();
      providers.inUse().forEach(active -> active.gate().stopReason().ifPresent(stops::note));
    } finally {
      stages.end(Stage.SUBMIT);
    }
    return null;
  }

  private void joinAnswers() {
    for (ActiveProvider active : providers.inUse()) {
      while (!stops.isStopped() && !active.submitPool().awaitIdle(LOOK_AGAIN)) {
        // Without a stop every request ends by itself, at its time-out at the latest.
      }
    }
    long deadline = System.nanoTime() + stopTimeout.toNanos();
    for (ActiveProvider active : providers.inUse()) {
      active.submitPool().awaitIdle(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }
}
