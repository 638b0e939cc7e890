package dev.dailies.job.run;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Tells the download step that nothing is submitted or polled beside it. */
final class FetchListener implements JobExecutionListener {

  private final ParallelSteps steps;

  FetchListener(ParallelSteps steps) {
    this.steps = steps;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    steps.end(ParallelStep.SUBMIT);
    steps.end(ParallelStep.POLL);
  }
}
