package dev.dailies.job;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Which run this is: the job's UUID, kept in the output folder, and a counter. After a run that
 * completed the next one begins; any other run goes on under its number. Needs the lock on the
 * output folder, which proves that no other process is alive.
 */
final class RunIdentity {

  static final String JOB = "job";
  static final String RUN = "run";

  private final JobRepository repository;
  private final JobOperator operator;
  private final String job;

  RunIdentity(JobRepository repository, JobOperator operator, String job) {
    this.repository = repository;
    this.operator = operator;
    this.job = job;
  }

  /**
   * The parameters to start with, after what a killed process left running was marked as failed.
   */
  JobParameters next(Job batchJob) {
    long run = lastRun(batchJob);
    JobInstance instance = run == 0 ? null : instance(batchJob, run);
    if (instance == null) {
      return parameters(run + 1);
    }
    JobExecution last = repository.getLastJobExecution(instance);
    if (last != null && neverEnded(last)) {
      recover(last);
    }
    // A process killed before its first execution was written leaves an instance that Batch never
    // starts.
    boolean over = last == null || last.getStatus() == BatchStatus.COMPLETED;
    return parameters(over ? run + 1 : run);
  }

  /** There is one instance a run, and at least as many in the repository. */
  private long lastRun(Job batchJob) {
    long run = instanceCount(batchJob);
    while (run > 0 && instance(batchJob, run) == null) {
      run--;
    }
    return run;
  }

  private long instanceCount(Job batchJob) {
    try {
      return repository.getJobInstanceCount(batchJob.getName());
    } catch (NoSuchJobException noneYet) {
      return 0;
    }
  }

  private @Nullable JobInstance instance(Job batchJob, long run) {
    return repository.getJobInstance(batchJob.getName(), parameters(run));
  }

  private JobParameters parameters(long run) {
    return new JobParametersBuilder()
        .addString(JOB, job, true)
        .addLong(RUN, run, true)
        .toJobParameters();
  }

  private static boolean neverEnded(JobExecution execution) {
    return isOpen(execution.getStatus())
        || execution.getStepExecutions().stream().anyMatch(step -> isOpen(step.getStatus()));
  }

  private static boolean isOpen(BatchStatus status) {
    return status.isRunning() || status == BatchStatus.STOPPING || status == BatchStatus.UNKNOWN;
  }

  /** Batch refuses to recover what it calls UNKNOWN, so that is called FAILED first. */
  private void recover(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.UNKNOWN) {
      execution.setStatus(BatchStatus.FAILED);
    }
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        repository.update(step);
      }
    }
    operator.recover(execution);
  }
}
