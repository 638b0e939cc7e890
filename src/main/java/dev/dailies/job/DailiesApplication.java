package dev.dailies.job;

import dev.dailies.job.doubt.DoubtConfiguration;
import dev.dailies.job.download.DownloadStep;
import dev.dailies.job.folder.FolderConfiguration;
import dev.dailies.job.plan.PlanStep;
import dev.dailies.job.poll.PollStep;
import dev.dailies.job.report.ReportStep;
import dev.dailies.job.run.RunConfiguration;
import dev.dailies.job.settle.SettleConfiguration;
import dev.dailies.job.submit.SubmitStep;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The Spring application: the data source and transactions are Boot's, the rest is ours. All is
 * named, since every command would wait for Boot to look for more.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class
})
@Import({
  BatchConfiguration.class,
  LedgerConfiguration.class,
  RunConfiguration.class,
  FolderConfiguration.class,
  PlanStep.class,
  SubmitStep.class,
  PollStep.class,
  DoubtConfiguration.class,
  DownloadStep.class,
  ReportStep.class,
  SettleConfiguration.class,
  DailiesJobConfiguration.class
})
class DailiesApplication {}
