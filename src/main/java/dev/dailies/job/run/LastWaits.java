package dev.dailies.job.run;

import dev.dailies.pacing.Wait;
import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import tools.jackson.databind.json.JsonMapper;

/** What runs had to wait for until their end, as the job repository remembers it. */
public final class LastWaits {

  private static final String WAITS = "waits of execution ";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JobRepository repository;

  LastWaits(JobRepository repository) {
    this.repository = repository;
  }

  /** Keeps them. An execution inherits what an earlier one of its run has kept. */
  public static void remember(JobExecution execution, List<Wait> waits) {
    execution
        .getExecutionContext()
        .putString(WAITS + execution.getId(), JSON.writeValueAsString(waits));
  }

  /** Those of the newest run. */
  public List<Wait> ofTheNewestRun() {
    JobInstance instance = repository.getLastJobInstance(RunIdentity.JOB);
    JobExecution execution = instance == null ? null : repository.getLastJobExecution(instance);
    return execution == null ? List.of() : of(execution);
  }

  /** Those of a run; a process that was killed has left none. */
  public static List<Wait> of(JobExecution execution) {
    String kept = execution.getExecutionContext().getString(WAITS + execution.getId(), "[]");
    return List.of(JSON.readValue(kept, Wait[].class));
  }
}
