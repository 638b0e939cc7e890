package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.manifest.PathMapping;
import dev.dailies.settings.JobSetup;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PLANNED tasks go to their providers. The ledger commits by itself, so a chunk holds no
 * transaction.
 */
@Configuration(proxyBeanMethods = false)
public class SubmitStep {

  @Bean
  SubmitQueue submitQueue(
      OpenTasks tasks, Plans plans, Providers providers, RunControl run, JobSetup setup) {
    return new SubmitQueue(tasks, plans, providers, run, setup.settings().limit());
  }

  @Bean
  Submitter submitter(Ledger ledger, Journal journal, PathMapping paths, RunControl run) {
    return new Submitter(ledger, journal, new PlannedFiles(paths.ledgerInputs()), run);
  }

  @Bean
  SubmitReader submitReader(
      SubmitQueue queue, Providers providers, Reconciler reconciler, RunControl run) {
    return new SubmitReader(queue, providers, reconciler, run);
  }

  @Bean
  SubmitListener submitListener(
      SubmitQueue queue, Submitter submitter, Providers providers, RunControl run, JobSetup setup) {
    return new SubmitListener(queue, submitter, providers, run);
  }

  @Bean
  Step submit(
      JobRepository repository,
      SubmitReader reader,
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      SubmitListener listener,
      RunControl run) {
    return new StepBuilder("submit", repository)
        .<Task, Task>chunk(1)
        .transactionManager(new ResourcelessTransactionManager())
        .reader(reader)
        .writer(new SubmitWriter(queue, submitter, providers))
        .listener(run.follow(ParallelStep.SUBMIT))
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }
}
