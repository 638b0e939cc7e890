package dev.dailies.job;

import dev.dailies.ledger.Task;
import dev.dailies.manifest.Row;
import dev.dailies.manifest.Verdict;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole flow. Read this first. */
@Configuration(proxyBeanMethods = false)
class DailiesJobConfiguration {

  static final String JOB = "dailies";
  static final String PLAN_ONLY = "dailies-plan";
  static final String FETCH_ONLY = "dailies-fetch";

  private static final int PLAN_CHUNK = 500;

  /**
   * Reads the manifest; then submits, polls and downloads side by side, since a clip is fetched
   * while others are still being generated; and reports, whatever happened.
   */
  @Bean
  Job dailies(
      JobRepository repository, Step plan, Step submit, Step poll, Step download, Step report) {
    Flow submitting = new FlowBuilder<Flow>("submitting").start(submit).end();
    Flow polling = new FlowBuilder<Flow>("polling").start(poll).end();
    Flow downloading = new FlowBuilder<Flow>("downloading").start(download).end();
    Flow sideBySide =
        new FlowBuilder<Flow>("side by side")
            .split(new SimpleAsyncTaskExecutor("step-"))
            .add(submitting, polling, downloading)
            .build();
    return new JobBuilder(JOB, repository)
        .start(
            new FlowBuilder<Flow>("night")
                .start(plan)
                .on("*")
                .to(sideBySide)
                .on("*")
                .to(report)
                .on("COMPLETED")
                .end()
                .from(report)
                .on("STOPPED")
                .stop()
                .from(report)
                .on("*")
                .fail()
                .build())
        .end()
        .build();
  }

  /** Reads the manifest and stops there: nothing is sent. */
  @Bean
  Job dailiesPlan(JobRepository repository, Step plan) {
    return new JobBuilder(PLAN_ONLY, repository).start(plan).build();
  }

  /** Downloads what is generated, and reports; nothing is read or sent. */
  @Bean
  Job dailiesFetch(JobRepository repository, Step download, Step report, Stages stages) {
    return new JobBuilder(FETCH_ONLY, repository)
        .listener(new FetchListener(stages))
        .start(download)
        .next(report)
        .build();
  }

  /** Every row of the manifest becomes tasks, or is rejected with all its problems. */
  @Bean
  Step plan(
      JobRepository repository,
      PlatformTransactionManager transactions,
      PlanReader reader,
      PlanProcessor processor,
      PlanWriter writer,
      PlanListener listener) {
    return new StepBuilder("plan", repository)
        .<Row, Verdict>chunk(PLAN_CHUNK)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * PLANNED tasks go to their providers. The ledger commits by itself, so a chunk holds no
   * transaction.
   */
  @Bean
  Step submit(
      JobRepository repository, SubmitReader reader, SubmitWriter writer, SubmitListener listener) {
    return new StepBuilder("submit", repository)
        .<Task, Task>chunk(1)
        .transactionManager(new ResourcelessTransactionManager())
        .reader(reader)
        .writer(writer)
        .listener(listener)
        .allowStartIfComplete(true)
        .build();
  }

  /** SUBMITTED tasks are watched until the provider has said what became of them. */
  @Bean
  Step poll(JobRepository repository, PollTasklet poll, Stages stages, StopReasons stops) {
    return new StepBuilder("poll", repository)
        .tasklet(poll, new ResourcelessTransactionManager())
        .listener(new StageListener(Stages.Stage.POLL, stages, stops))
        .allowStartIfComplete(true)
        .build();
  }

  /** The files of SUCCEEDED tasks are brought onto the disk. */
  @Bean
  Step download(
      JobRepository repository, DownloadTasklet download, Stages stages, StopReasons stops) {
    return new StepBuilder("download", repository)
        .tasklet(download, new ResourcelessTransactionManager())
        .listener(new StageListener(Stages.Stage.DOWNLOAD, stages, stops))
        .allowStartIfComplete(true)
        .build();
  }

  /** What came of it all, in four files; and whether the run is complete. */
  @Bean
  Step report(JobRepository repository, ReportTasklet report) {
    return new StepBuilder("report", repository)
        .tasklet(report, new ResourcelessTransactionManager())
        .allowStartIfComplete(true)
        .build();
  }
}
