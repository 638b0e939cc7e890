package dev.dailies.job.report;

import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.Books;
import dev.dailies.job.run.RunRecord;
import dev.dailies.job.settle.WhereToLook;
import dev.dailies.ledger.Charges;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.manifest.Columns;
import dev.dailies.media.MediaReader;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Reports;
import dev.dailies.report.Sidecars;
import dev.dailies.settings.JobSetup;
import dev.dailies.text.Version;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What came of it all, in five files; and whether the run is complete. */
@Configuration(proxyBeanMethods = false)
public class ReportStep {

  @Bean
  Sidecars sidecars(TaskQueries queries, Histories histories, OutputFolder folder) {
    return new Sidecars(
        queries, histories, folder.path(), folder.job(), Version.current(), MediaReader::read);
  }

  @Bean
  ReportWriter reportWriter(
      TaskQueries queries,
      Charges charges,
      Plans plans,
      DoubtSheet doubts,
      Sidecars sidecars,
      OutputFolder folder,
      JobSetup setup,
      WhereToLook whereToLook) {
    Reports reports = new Reports(queries, charges, plans, doubts, folder.path(), Columns::isOwn);
    return new ReportWriter(reports, sidecars, folder, setup, whereToLook);
  }

  @Bean
  LastRun lastRun(JobRepository repository, Books books, Clock clock) {
    return new LastRun(repository, books, clock);
  }

  @Bean
  Step report(JobRepository repository, RunRecord record, ReportWriter reports) {
    return new StepBuilder("report", repository)
        .tasklet(new ReportTasklet(record, reports), new ResourcelessTransactionManager())
        .allowStartIfComplete(true)
        .build();
  }
}
