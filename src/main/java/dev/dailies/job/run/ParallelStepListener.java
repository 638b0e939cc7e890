package dev.dailies.job.run;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the other steps of the split when one begins and ends. */
final class ParallelStepListener implements StepExecutionListener {

  private final ParallelStep step;
  private final ParallelSteps steps;
  private final StepExecutionListener failure;

  ParallelStepListener(ParallelStep step, ParallelSteps steps, StepExecutionListener failure) {
    this.step = step;
    this.steps = steps;
    this.failure = failure;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    steps.begin(step);
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    try {
      return failure.afterStep(execution);
    } finally {
      // Whatever fails here is swallowed by Batch, and the steps beside it would wait without end.
      steps.end(step);
    }
  }
}
