package dev.dailies.job.plan;

import dev.dailies.job.run.Failures;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.TaskCounts;
import dev.dailies.ledger.Plan;
import dev.dailies.manifest.table.UnreadableManifestException;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.UnreadListException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends the plan as its step ended. A manifest that is not admitted ends submitting, nothing else.
 */
final class PlanListener implements StepExecutionListener {

  private static final Logger log = LoggerFactory.getLogger(PlanListener.class);

  private final ManifestPlan plan;
  private final RunControl run;
  private final TaskCounts counts;

  PlanListener(ManifestPlan plan, RunControl run, TaskCounts counts) {
    this.plan = plan;
    this.run = run;
    this.counts = counts;
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    try {
      end(execution);
    } catch (RuntimeException failure) {
      log.error("the plan cannot be ended", failure);
      run.stop(StopReason.of(Kind.FAILURE, Failures.whyStopped(failure)));
    }
    counts.recount();
    return null;
  }

  private void end(StepExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      Plan finished = plan.finish();
      admit(finished, Kind.INPUT);
      if (finished.isAdmitted() && !isPlanOnly(execution)) {
        plan.order();
      }
    } else if (!run.isStopped()) {
      unusable(execution)
          .ifPresentOrElse(
              failure -> admit(plan.refuse(String.valueOf(failure.getMessage())), kind(failure)),
              () -> run.stop(StopReason.of(Kind.FAILURE, firstFailure(execution))));
    }
  }

  private static boolean isPlanOnly(StepExecution execution) {
    return execution.getJobExecution().getJobInstance().getJobName().equals(RunIdentity.PLAN_ONLY);
  }

  private static Kind kind(Throwable failure) {
    boolean passes = failure instanceof UnreadListException unread && unread.isPassing();
    return passes ? Kind.UNAVAILABLE : Kind.INPUT;
  }

  private void admit(Plan finished, Kind kind) {
    log.info(
        "plan {}: rows={} rejected={} regenerated={} waiting_edits={} refusal={}",
        finished.number(),
        finished.counts().rows(),
        finished.counts().rejectedRows(),
        finished.counts().regenerated(),
        finished.counts().waitingEdits(),
        finished.refusal());
    if (finished.refusal() != null) {
      run.drain(StopReason.of(kind, finished.refusal()));
    }
  }

  /** What the user can mend: the manifest, or a setting. */
  private static Optional<Throwable> unusable(StepExecution execution) {
    return execution.getFailureExceptions().stream()
        .flatMap(failure -> Failures.causes(failure).stream())
        .filter(
            failure ->
                failure instanceof UnreadableManifestException
                    || failure instanceof UnreadListException
                    || failure instanceof SettingsException)
        .findFirst();
  }

  private static String firstFailure(StepExecution execution) {
    return execution.getFailureExceptions().stream()
        .map(Failures::whyStopped)
        .findFirst()
        .orElse("the manifest could not be planned");
  }
}
