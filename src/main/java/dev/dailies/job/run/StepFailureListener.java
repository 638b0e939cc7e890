package dev.dailies.job.run;

import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Stops the run when a step fails: a failure does not stop the steps beside it. */
final class StepFailureListener implements StepExecutionListener {

  private final StopReasons reasons;

  StepFailureListener(StopReasons reasons) {
    this.reasons = reasons;
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      execution.getFailureExceptions().forEach(LastResort::check);
      reasons.stop(StopReason.of(Kind.FAILURE, describe(execution)));
    }
    return null;
  }

  /** Of a step that is partitioned, a part knows better what failed. */
  private static String describe(StepExecution execution) {
    String part = execution.getStepName() + ":";
    Stream<StepExecution> parts =
        execution.getJobExecution().getStepExecutions().stream()
            .filter(other -> other.getStepName().startsWith(part));
    return Stream.concat(parts, Stream.of(execution))
        .flatMap(failed -> failed.getFailureExceptions().stream())
        .map(Failures::whyStopped)
        .findFirst()
        .orElse("the step " + execution.getStepName() + " failed");
  }
}
