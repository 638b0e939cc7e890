package dev.dailies.job.poll;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.Returns;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SUBMITTED tasks are watched until the provider has said what became of them. */
@Configuration(proxyBeanMethods = false)
public class PollStep {

  @Bean
  PollTasklet pollTasklet(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      Reconciler reconciler,
      Returns returns,
      RunControl run) {
    return new PollTasklet(
        tasks,
        new TaskPoller(ledger, new LostTasks(ledger, tasks, returns, run), run),
        reconciler,
        providers,
        returns,
        run);
  }

  @Bean
  Step poll(JobRepository repository, PollTasklet poll, RunControl run) {
    return new StepBuilder("poll", repository)
        .tasklet(poll, new ResourcelessTransactionManager())
        .listener(run.follow(ParallelStep.POLL))
        .allowStartIfComplete(true)
        .build();
  }
}
