package dev.dailies.job.run;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Tells the download step that nothing is submitted or polled beside it. */
public final class FetchListener implements JobExecutionListener {

  private final ParallelSteps stages;

  public FetchListener(ParallelSteps stages) {
    this.stages = stages;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    stages.end(ParallelSteps.Stage.SUBMIT);
    stages.end(ParallelSteps.Stage.POLL);
  }
}
