package dev.dailies.job.run;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Tells the download step that nothing is submitted or polled beside it. */
public final class FetchListener implements JobExecutionListener {

  private final Stages stages;

  public FetchListener(Stages stages) {
    this.stages = stages;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    stages.end(Stages.Stage.SUBMIT);
    stages.end(Stages.Stage.POLL);
  }
}
