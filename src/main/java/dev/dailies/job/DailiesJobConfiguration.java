package dev.dailies.job;

import dev.dailies.job.doubt.OldDoubts;
import dev.dailies.job.folder.CrashRecovery;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.report.ReportWriter;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.RunRecord;
import dev.dailies.job.run.RunStart;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The whole flow. Read this first. */
@Configuration(proxyBeanMethods = false)
class DailiesJobConfiguration {

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
    return new JobBuilder(RunIdentity.JOB, repository)
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
    return new JobBuilder(RunIdentity.PLAN_ONLY, repository).start(plan).build();
  }

  /** Downloads what is generated, and reports; nothing is read or sent. */
  @Bean
  Job dailiesFetch(JobRepository repository, Step download, Step report, RunControl run) {
    return new JobBuilder(RunIdentity.FETCH_ONLY, repository)
        .listener(run.downloadAlone())
        .start(download)
        .next(report)
        .build();
  }

  /** A run of one of these jobs. */
  @Bean
  DailiesRun dailiesRun(
      RunIdentity identity,
      CrashRecovery crashRecovery,
      OldDoubts oldDoubts,
      RunControl run,
      RunRecord record,
      ReportWriter reports) {
    return new DailiesRun(identity, crashRecovery, oldDoubts, run, record, reports);
  }

  @Bean
  RunIdentity runIdentity(
      JobRepository repository, JobOperator operator, OutputFolder folder, RunStart start) {
    return new RunIdentity(repository, operator, folder.job(), start.ofProcess());
  }
}
