package dev.dailies.job.run;

import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.budget.Budget;
import dev.dailies.manifest.PathMapping;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all steps of a run share. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RunControl run(JobSetup setup, Ground ground) {
    return new RunControl(
        setup.settings().timeLimit(), setup.settings().stopTimeout(), ground::taken);
  }

  @Bean
  Returns returns() {
    return new Returns();
  }

  @Bean
  FetchScope fetchScope() {
    return new FetchScope();
  }

  @Bean
  ClipFiles clipFiles(JobSetup setup) {
    return new ClipFiles(setup.files().output());
  }

  @Bean
  Providers providers(JobSetup setup, RunControl run, OpenTasks tasks, Clock clock) {
    return new Providers(setup, run, tasks, clock);
  }

  @Bean
  PathMapping paths(JobSetup setup) {
    return PathMapping.between(setup.files().output(), setup.files().manifest().resolveSibling(""));
  }

  @Bean
  TaskCounts counts(TaskQueries queries, OpenTasks tasks) {
    return new TaskCounts(queries, tasks);
  }

  @Bean
  RunStart runStart(JobRepository repository, Clock clock) {
    return new RunStart(repository, clock);
  }

  @Bean
  LastWaits lastWaits(JobRepository repository) {
    return new LastWaits(repository);
  }

  @Bean
  Books books(TaskQueries queries, Plans plans, Budget budget) {
    return new Books(queries, plans, budget);
  }

  @Bean
  RunRecord runRecord(
      Books books,
      TaskCounts counts,
      Providers providers,
      RunControl run,
      JobSetup setup,
      Clock clock) {
    SendLimit limit = new SendLimit(setup.settings().limit());
    return new RunRecord(books, counts, providers, run, limit, clock);
  }
}
