package dev.dailies.job.plan;

import dev.dailies.job.run.Board;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.StopReasons;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Stamps;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.Verdict;
import dev.dailies.manifest.Way;
import dev.dailies.settings.JobSetup;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Every row of the manifest becomes tasks, or is rejected with all its problems. */
@Configuration(proxyBeanMethods = false)
public class PlanStep {

  private static final int CHUNK = 500;

  @Bean
  ManifestPlan manifestPlan(
      Plans plans, OpenTasks tasks, Accounts accounts, JobSetup setup, Providers providers) {
    return new ManifestPlan(plans, tasks, accounts, setup, providers);
  }

  @Bean
  PlanReader planReader(ManifestPlan plan, StopReasons stops) {
    return new PlanReader(plan, stops);
  }

  @Bean
  PlanProcessor planProcessor(JobSetup setup, Providers providers) {
    return new PlanProcessor(setup.settings().provider(), providers, setup.inputs());
  }

  @Bean
  PlanWriter planWriter(ManifestPlan plan, Plans plans, Stamps stamps, JobSetup setup, Way way) {
    return new PlanWriter(plan, plans, stamps, setup.settings().onChange(), way);
  }

  @Bean
  PlanListener planListener(ManifestPlan plan, StopReasons stops, Board board) {
    return new PlanListener(plan, stops, board);
  }

  @Bean
  Step plan(
      JobRepository repository,
      PlatformTransactionManager transactions,
      PlanReader reader,
      PlanProcessor processor,
      PlanWriter writer,
      PlanListener listener) {
    return new StepBuilder("plan", repository)
        .<Row, Verdict>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }
}
