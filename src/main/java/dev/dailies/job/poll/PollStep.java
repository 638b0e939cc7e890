package dev.dailies.job.poll;

import dev.dailies.job.doubt.Reconciler;
import dev.dailies.job.run.ChangeSignal;
import dev.dailies.job.run.ParallelStepListener;
import dev.dailies.job.run.ParallelSteps;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.StopReasons;
import dev.dailies.job.run.TimeLimit;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.settings.JobSetup;
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
      JobSetup setup,
      StopReasons stops,
      ParallelSteps stages,
      ChangeSignal signal,
      TimeLimit timeLimit) {
    return new PollTasklet(
        tasks,
        new TaskPoller(ledger, stops),
        reconciler,
        providers,
        stops,
        stages,
        signal,
        timeLimit,
        setup.settings().stopTimeout());
  }

  @Bean
  Step poll(JobRepository repository, PollTasklet poll, ParallelSteps stages, StopReasons stops) {
    return new StepBuilder("poll", repository)
        .tasklet(poll, new ResourcelessTransactionManager())
        .listener(new ParallelStepListener(ParallelSteps.Stage.POLL, stages, stops))
        .allowStartIfComplete(true)
        .build();
  }
}
