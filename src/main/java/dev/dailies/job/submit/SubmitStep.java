package dev.dailies.job.submit;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ChangeSignal;
import dev.dailies.job.run.ParallelSteps;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.StopReasons;
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
      OpenTasks tasks, Plans plans, Providers providers, StopReasons stops, JobSetup setup) {
    return new SubmitQueue(tasks, plans, providers, stops, setup.settings().limit());
  }

  @Bean
  Submitter submitter(Ledger ledger, Journal journal, PathMapping paths, StopReasons stops) {
    return new Submitter(ledger, journal, new PlannedFiles(paths.ledgerInputs()), stops);
  }

  @Bean
  SubmitReader submitReader(
      SubmitQueue queue,
      Providers providers,
      Reconciler reconciler,
      StopReasons stops,
      ParallelSteps stages,
      ChangeSignal signal) {
    return new SubmitReader(queue, providers, reconciler, stops, stages, signal);
  }

  @Bean
  SubmitListener submitListener(
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      StopReasons stops,
      ParallelSteps stages,
      JobSetup setup) {
    return new SubmitListener(
        queue, submitter, providers, stops, stages, setup.settings().stopTimeout());
  }

  @Bean
  Step submit(
      JobRepository repository,
      SubmitReader reader,
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      SubmitListener listener) {
    return new StepBuilder("submit", repository)
        .<Task, Task>chunk(1)
        .transactionManager(new ResourcelessTransactionManager())
        .reader(reader)
        .writer(new SubmitWriter(queue, submitter, providers))
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }
}
