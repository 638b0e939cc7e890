package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.Ground;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.Threads;
import dev.dailies.ledger.Approvals;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Samples;
import dev.dailies.ledger.budget.Budget;
import dev.dailies.manifest.PathMapping;
import dev.dailies.settings.JobSetup;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PLANNED tasks go to their providers: the step is partitioned into lanes, and each of them is
 * chunk-oriented. Read are the tasks that were taken up, filtered those that were not sent after
 * all, and written those that were.
 */
@Configuration(proxyBeanMethods = false)
public class SubmitStep {

  @Bean
  SubmitQueue submitQueue(
      OpenTasks tasks,
      Selection selection,
      Providers providers,
      RunControl run,
      Returns returns,
      SendLimits limits) {
    return new SubmitQueue(tasks, selection, providers, run, returns, limits);
  }

  @Bean
  Selection selection(
      Plans plans,
      OpenTasks tasks,
      PlannedTasks planned,
      Samples samples,
      Providers providers,
      JobSetup setup) {
    Integer sample = setup.settings().sample();
    return new Selection(plans, tasks, planned, samples, providers, sample);
  }

  @Bean
  SendLimits sendLimits(JobSetup setup, Budget budget, Approval approval) {
    return new SendLimits(setup.settings().limit(), budget, approval);
  }

  @Bean
  Approval approval(Approvals approvals, Plans plans, JobSetup setup) {
    return new Approval(approvals, plans, setup);
  }

  @Bean
  Submitter submitter(
      Ledger ledger,
      Journal journal,
      PathMapping paths,
      SubmitQueue queue,
      RunControl run,
      Ground ground) {
    var files = new PlannedFiles(paths.ledgerInputs());
    return new Submitter(ledger, journal, files, queue, run, ground);
  }

  @Bean
  Step submit(
      JobRepository repository,
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      Reconciler reconciler,
      RunControl run) {
    SubmitLane lane = new SubmitLane(repository, queue, submitter, providers, reconciler, run);
    return new StepBuilder(SubmitLane.STEP, repository)
        .partitioner(SubmitLane.STEP, lane)
        .step(lane)
        .taskExecutor(Threads.named("submit-"))
        .listener(run.follow(ParallelStep.SUBMIT))
        .allowStartIfComplete(true)
        .build();
  }
}
