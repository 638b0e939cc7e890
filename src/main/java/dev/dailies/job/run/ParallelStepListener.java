package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells the other steps of the split when one begins and ends: a failure there does not stop them.
 */
final class ParallelStepListener implements StepExecutionListener {

  private final ParallelStep step;
  private final ParallelSteps steps;
  private final StopReasons stops;

  ParallelStepListener(ParallelStep step, ParallelSteps steps, StopReasons stops) {
    this.step = step;
    this.steps = steps;
    this.stops = stops;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    steps.begin(step);
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      stops.stop(StopReason.of(Kind.FAILURE, describe(execution)));
    }
    steps.end(step);
    return null;
  }

  private static String describe(StepExecution execution) {
    return execution.getFailureExceptions().stream()
        .map(Failures::whyStopped)
        .findFirst()
        .orElse("the step " + execution.getStepName() + " failed");
  }
}
