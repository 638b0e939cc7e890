package dev.dailies.job.submit;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Opens the queue before the submit step, and joins all answers before the step ends. */
final class SubmitListener implements StepExecutionListener {

  private static final Duration ASK_AGAIN = Duration.ofMillis(200);

  private final SubmitQueue queue;
  private final Submitter submitter;
  private final Providers providers;
  private final RunControl run;

  SubmitListener(SubmitQueue queue, Submitter submitter, Providers providers, RunControl run) {
    this.queue = queue;
    this.submitter = submitter;
    this.providers = providers;
    this.run = run;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    queue.open();
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    joinAnswers();
    submitter.abandon();
    return null;
  }

  private void joinAnswers() {
    for (ActiveProvider active : providers.inUse()) {
      while (!run.isStopped() && !active.submitPool().awaitIdle(ASK_AGAIN)) {
        // Without a stop every request ends by itself, at its time-out at the latest.
      }
    }
    long deadline = System.nanoTime() + run.stopTimeout().toNanos();
    for (ActiveProvider active : providers.inUse()) {
      active.submitPool().awaitIdle(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }
}
