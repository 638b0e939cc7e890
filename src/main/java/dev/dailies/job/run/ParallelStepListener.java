package dev.dailies.job.run;

import dev.dailies.job.run.ParallelSteps.Stage;
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
public final class ParallelStepListener implements StepExecutionListener {

  private final Stage stage;
  private final ParallelSteps stages;
  private final StopReasons stops;

  public ParallelStepListener(Stage stage, ParallelSteps stages, StopReasons stops) {
    this.stage = stage;
    this.stages = stages;
    this.stops = stops;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    stages.begin(stage);
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      stops.stop(StopReason.of(Kind.FAILURE, describe(execution)));
    }
    stages.end(stage);
    return null;
  }

  public static String describe(StepExecution execution) {
    return execution.getFailureExceptions().stream()
        .map(Failures::whyStopped)
        .findFirst()
        .orElse("the step " + execution.getStepName() + " failed");
  }
}
