package dev.dailies.job.run;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
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
public final class RunIdentity {

  /** The whole flow. */
  public static final String JOB = "dailies";

  /** The plan step alone. */
  public static final String PLAN_ONLY = "dailies-plan";

  /** The download and report steps alone. */
  public static final String FETCH_ONLY = "dailies-fetch";

  /** The parameter that counts the runs of a job. */
  public static final String RUN = "run";

  /** The parameter that counts the times that the job was started, whatever ended it. */
  private static final String COUNT = "count";

  /** The parameter that says when the process began, in milliseconds of the epoch. */
  private static final String BEGAN = "began";

  private static final String ID = "job";

  private final JobRepository repository;
  private final JobOperator operator;
  private final String job;
  private final Instant begin;

  /**
   * @param begin when this process began
   */
  public RunIdentity(JobRepository repository, JobOperator operator, String job, Instant begin) {
    this.begin = begin;
    this.repository = repository;
    this.operator = operator;
    this.job = job;
  }

  /**
   * The parameters to start with, after what a killed process left running was marked as failed.
   */
  public JobParameters next(Job batchJob) {
    long count = countSoFar() + (batchJob.getName().equals(JOB) ? 1 : 0);
    return new JobParametersBuilder(nextInstance(batchJob))
        .addLong(COUNT, count, false)
        .addLong(BEGAN, begin.toEpochMilli(), false)
        .toJobParameters();
  }

  /** Which run of the job this is for people, from 1: its flags and its end have no say. */
  public static long count(JobParameters parameters) {
    Long count = parameters.getLong(COUNT);
    return count == null ? Objects.requireNonNullElse(parameters.getLong(RUN), 1L) : count;
  }

  /** True if no run was ever started: a plan is none. */
  public boolean isFirst() {
    return countSoFar() == 0;
  }

  /** When the process of an execution began; empty for one of a version that did not say so. */
  static Optional<Instant> began(JobExecution execution) {
    return Optional.ofNullable(execution.getJobParameters().getLong(BEGAN))
        .map(Instant::ofEpochMilli);
  }

  /** How often the job was started; 0 if never. */
  private long countSoFar() {
    JobInstance last = repository.getLastJobInstance(JOB);
    JobExecution execution = last == null ? null : repository.getLastJobExecution(last);
    return execution == null || execution.getJobParameters().getLong(COUNT) == null
        ? executions()
        : count(execution.getJobParameters());
  }

  /** For a folder whose last run was not counted yet, or was killed before it began. */
  private long executions() {
    long all = 0;
    for (JobInstance instance : repository.getJobInstances(JOB, 0, Integer.MAX_VALUE)) {
      all += repository.getJobExecutions(instance).size();
    }
    return all;
  }

  private JobParameters nextInstance(Job batchJob) {
    long run = lastRun(batchJob);
    JobInstance instance = run == 0 ? null : instance(batchJob, run);
    if (instance == null) {
      return parameters(run + 1);
    }
    JobExecution last = repository.getLastJobExecution(instance);
    if (last == null) {
      // The process died between two inserts. Batch starts no instance that has no execution.
      return parameters(run + 1);
    }
    if (neverEnded(last)) {
      recover(last);
    }
    return parameters(last.getStatus() == BatchStatus.COMPLETED ? run + 1 : run);
  }

  /** Starts the job with such parameters, and returns when it has ended. */
  public JobExecution start(Job batchJob, JobParameters parameters) throws JobExecutionException {
    return operator.start(batchJob, parameters);
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
        .addString(ID, job, true)
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

  /**
   * Batch refuses to recover what it calls UNKNOWN, so that is called FAILED first. That its
   * process died is remembered: what goes on for it has its budget.
   */
  private void recover(JobExecution execution) {
    RunStart.died(execution);
    // Before Batch puts its own mark there: the next execution would inherit that, and never be
    // recovered itself.
    repository.updateExecutionContext(execution);
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
