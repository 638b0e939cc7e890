package dev.dailies.job.report;

import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.job.run.RunRecord;
import dev.dailies.pacing.StopReason.Kind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the reports, and judges the run: its exit status decides how the job ends. */
final class ReportTasklet implements Tasklet {

  private final RunRecord record;
  private final ReportWriter reports;

  ReportTasklet(RunRecord record, ReportWriter reports) {
    this.record = record;
    this.reports = reports;
  }

  @Override
  public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    long run = RunIdentity.count(context.getStepContext().getStepExecution().getJobParameters());
    RunOutcome outcome = record.outcome();
    reports.write(outcome, run);
    LastRun.remember(contribution.getStepExecution().getJobExecution(), outcome);
    contribution.setExitStatus(judge(outcome));
    return RepeatStatus.FINISHED;
  }

  private static ExitStatus judge(RunOutcome outcome) {
    if (Stream.of(Kind.INTERRUPTED, Kind.TERMINATED, Kind.HUNG_UP).anyMatch(outcome::stoppedBy)) {
      return ExitStatus.STOPPED;
    }
    return outcome.leavesWork()
            || outcome.stoppedBy(Kind.FAILURE)
            || outcome.stoppedBy(Kind.DISK_FULL)
        ? ExitStatus.FAILED
        : ExitStatus.COMPLETED;
  }
}
