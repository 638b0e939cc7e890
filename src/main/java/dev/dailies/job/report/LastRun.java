package dev.dailies.job.report;

import dev.dailies.job.run.Books;
import dev.dailies.job.run.LastWaits;
import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.Wait;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import tools.jackson.databind.json.JsonMapper;

/** The newest run, as the job repository remembers it, and the ledger as it is now. */
public final class LastRun {

  /** Where the run's clock stood: Batch keeps times without a zone. */
  private static final String ZONE = "zone";

  private static final String STOPS = "stop reasons of execution ";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JobRepository repository;
  private final Books books;
  private final Clock clock;

  LastRun(JobRepository repository, Books books, Clock clock) {
    this.repository = repository;
    this.books = books;
    this.clock = clock;
  }

  /**
   * Keeps why a run stopped, and what it had to wait for. An execution inherits what an earlier one
   * of its run has kept.
   */
  static void remember(JobExecution execution, RunOutcome outcome) {
    execution
        .getExecutionContext()
        .putString(STOPS + execution.getId(), JSON.writeValueAsString(outcome.stopReasons()));
    execution.getExecutionContext().putString(ZONE, ZoneId.systemDefault().getId());
    LastWaits.remember(execution, outcome.waits());
  }

  /** Writes the reports of the newest run again. Changes nothing but them. */
  public void report(ReportWriter reports) {
    JobInstance instance = repository.getLastJobInstance(RunIdentity.JOB);
    JobExecution execution = instance == null ? null : repository.getLastJobExecution(instance);
    if (execution == null) {
      reports.write(outcome(List.of(), List.of(), clock.instant(), clock.instant()), 0);
      return;
    }
    String here = ZoneId.systemDefault().getId();
    ZoneId zone = ZoneId.of(execution.getExecutionContext().getString(ZONE, here));
    Instant started = instant(zone, execution.getStartTime(), execution.getCreateTime());
    Instant ended = instant(zone, execution.getEndTime(), execution.getLastUpdated());
    long run = RunIdentity.count(execution.getJobParameters());
    reports.write(outcome(stops(execution), LastWaits.of(execution), started, ended), run);
  }

  private RunOutcome outcome(
      List<StopReason> stops, List<Wait> waits, Instant started, Instant ended) {
    return new RunOutcome(
        books.current(),
        books.all(),
        stops,
        books.newestPlan().orElse(null),
        books.money(),
        books.caps(),
        waits,
        RunOutcome.Done.NOTHING,
        started,
        ended);
  }

  /** A process that was killed has left no reason. */
  private static List<StopReason> stops(JobExecution execution) {
    String kept = execution.getExecutionContext().getString(STOPS + execution.getId(), "[]");
    return List.of(JSON.readValue(kept, StopReason[].class));
  }

  /** Batch keeps times without a zone, and a killed process has not left all of them. */
  private Instant instant(
      ZoneId zone, @Nullable LocalDateTime time, @Nullable LocalDateTime otherwise) {
    LocalDateTime known = time == null ? otherwise : time;
    return known == null ? clock.instant() : known.atZone(zone).toInstant();
  }
}
