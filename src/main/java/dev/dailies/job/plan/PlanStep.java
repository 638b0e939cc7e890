package dev.dailies.job.plan;

import dev.dailies.job.run.ManifestFile;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.TaskCounts;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.PaidBefore;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.RowMatching;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.manifest.CheckedRow;
import dev.dailies.manifest.PathMapping;
import dev.dailies.manifest.Row;
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
      Plans plans,
      OpenTasks tasks,
      TaskQueries queries,
      JobSetup setup,
      Providers providers,
      ManifestFile manifest) {
    return new ManifestPlan(
        plans, new PlanRefusal(tasks, queries, setup, providers), setup, manifest);
  }

  @Bean
  SendEstimates sendEstimates(
      Plans plans, OpenTasks tasks, PlannedTasks planned, Providers providers) {
    return new SendEstimates(plans, tasks, planned, providers);
  }

  @Bean
  ServerInspections serverInspections(SendEstimates estimates, Providers providers) {
    return new ServerInspections(estimates, providers);
  }

  @Bean
  RequestComparisons requestComparisons(Providers providers, JobSetup setup, PathMapping paths) {
    return new RequestComparisons(providers, new KeptRows(setup.inputs(), paths.ledgerInputs()));
  }

  @Bean
  PaidAgain paidAgain(Plans plans, PaidBefore paidBefore, PathMapping paths) {
    return new PaidAgain(plans, paidBefore, paths.ledgerInputs());
  }

  @Bean
  PlanReader planReader(ManifestPlan plan, RunControl run) {
    return new PlanReader(plan, run);
  }

  @Bean
  PlanProcessor planProcessor(JobSetup setup, Providers providers) {
    return new PlanProcessor(setup.settings().provider(), providers, setup.inputs());
  }

  @Bean
  PlanWriter planWriter(
      ManifestPlan plan,
      Plans plans,
      RowMatching matching,
      JobSetup setup,
      PathMapping paths,
      RequestComparisons comparisons) {
    return new PlanWriter(plan, plans, matching, setup, paths, comparisons);
  }

  @Bean
  PlanListener planListener(ManifestPlan plan, RunControl run, TaskCounts counts) {
    return new PlanListener(plan, run, counts);
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
        .<Row, CheckedRow>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }
}
