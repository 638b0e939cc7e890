package dev.dailies.job;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Tells the download step that nothing is submitted or polled beside it. */
final class FetchListener implements JobExecutionListener {

  private final Stages stages;

  FetchListener(Stages stages) {
    this.stages = stages;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    stages.end(Stages.Stage.SUBMIT);
    stages.end(Stages.Stage.POLL);
  }
}
