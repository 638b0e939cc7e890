package dev.dailies.job.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;

/**
 * When the run began whose budget counts: a process that was killed ends no run, so the next one
 * goes on with what it had left.
 */
public final class RunStart {

  /** Such keys name the execution, since the next one of its run inherits them. */
  private static final String DIED = "died as execution ";

  private final JobRepository repository;
  private final Instant now;
  private @Nullable Instant at;

  /** Of this process, which begins now. */
  public RunStart(JobRepository repository, Clock clock) {
    this.repository = repository;
    this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Remembers that the process of an execution died. Kept with what else is written of it. */
  static void died(JobExecution execution) {
    execution.getExecutionContext().putString(DIED + execution.getId(), "");
  }

  /** When this process began. */
  public Instant ofProcess() {
    return now;
  }

  /** When the run did. */
  public synchronized Instant at() {
    if (at == null) {
      at = find();
    }
    return at;
  }

  private Instant find() {
    Instant start = now;
    JobInstance instance = repository.getLastJobInstance(RunIdentity.JOB);
    List<JobExecution> newestFirst =
        instance == null ? List.of() : repository.getJobExecutions(instance);
    for (JobExecution execution : newestFirst) {
      if (!isOwn(execution) && !hasDied(execution)) {
        break;
      }
      start = RunIdentity.began(execution).filter(start::isAfter).orElse(start);
    }
    return start;
  }

  private boolean isOwn(JobExecution execution) {
    return RunIdentity.began(execution).filter(now::equals).isPresent();
  }

  /** It has not ended: it was recovered, or is yet to be. Of one that is alive others only look. */
  private static boolean hasDied(JobExecution execution) {
    return execution.getStatus().isRunning()
        || execution.getExecutionContext().containsKey(DIED + execution.getId());
  }
}
