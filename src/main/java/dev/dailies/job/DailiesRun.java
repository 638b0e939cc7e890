package dev.dailies.job;

import dev.dailies.job.doubt.OldDoubts;
import dev.dailies.job.folder.CrashRecovery;
import dev.dailies.job.report.LivePage;
import dev.dailies.job.report.ReportWriter;
import dev.dailies.job.run.Failures;
import dev.dailies.job.run.LastResort;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunRecord;
import dev.dailies.job.run.RunStatus;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;

/** One run of the job over its output folder, from what the last process left to the reports. */
final class DailiesRun {

  private static final Logger log = LoggerFactory.getLogger(DailiesRun.class);

  private final RunIdentity identity;
  private final CrashRecovery crashRecovery;
  private final OldDoubts oldDoubts;
  private final RunControl run;
  private final RunRecord record;
  private final ReportWriter reports;

  DailiesRun(
      RunIdentity identity,
      CrashRecovery crashRecovery,
      OldDoubts oldDoubts,
      RunControl run,
      RunRecord record,
      ReportWriter reports) {
    this.identity = identity;
    this.crashRecovery = crashRecovery;
    this.oldDoubts = oldDoubts;
    this.run = run;
    this.record = record;
    this.reports = reports;
  }

  /** Runs the job to its end and says how it went. */
  RunOutcome run(Job job) {
    recoverTasks(job);
    record.begin();
    JobParameters parameters = identity.next(job);
    try {
      JobExecution execution = start(job, parameters);
      execution.getAllFailureExceptions().forEach(failure -> stopFor("a step failed", failure));
    } catch (JobExecutionException | RuntimeException failure) {
      stopFor("the job could not be run", failure);
    }
    RunOutcome outcome = record.outcome();
    if (!reports.hasWritten() && !job.getName().equals(RunIdentity.PLAN_ONLY)) {
      reports.write(outcome, RunIdentity.count(parameters));
    }
    return outcome;
  }

  @SuppressWarnings("try") // The page is written while it is open.
  private JobExecution start(Job job, JobParameters parameters) throws JobExecutionException {
    if (!job.getName().equals(RunIdentity.JOB)) {
      return identity.start(job, parameters);
    }
    try (LivePage page = LivePage.of(reports, record, RunIdentity.count(parameters))) {
      return identity.start(job, parameters);
    }
  }

  /** True if no run was ever started here. */
  boolean isFirst() {
    return identity.isFirst();
  }

  /** Ends all loops; what is on the wire is waited for, then the reports are written. */
  void stop(StopReason reason) {
    run.stop(reason);
  }

  /** How the run stands at this moment. */
  RunStatus status() {
    return record.status();
  }

  /** How the ledger stands while no run is under way. */
  RunStatus ledgerStatus() {
    record.recount();
    return record.status();
  }

  /** The same as the end of a run would tell it. */
  RunOutcome ledgerOutcome() {
    record.begin();
    return record.outcome();
  }

  /** Settles what can be settled of what earlier runs have left. */
  private void recoverTasks(Job job) {
    crashRecovery.takeOver();
    if (job.getName().equals(RunIdentity.JOB)) {
      oldDoubts.settle();
    }
  }

  private void stopFor(String what, Throwable failure) {
    LastResort.check(failure);
    log.error(what, failure);
    // A manifest that cannot be read has its own stop reason already.
    if (run.stopReasons().isEmpty()) {
      run.stop(StopReason.of(Kind.FAILURE, Failures.whyStopped(failure)));
    }
  }
}
