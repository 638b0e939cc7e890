package dev.dailies.job;

import dev.dailies.job.deliver.DeliverConfiguration;
import dev.dailies.job.doctor.DoctorConfiguration;
import dev.dailies.job.doubt.DoubtConfiguration;
import dev.dailies.job.download.DownloadStep;
import dev.dailies.job.folder.FolderConfiguration;
import dev.dailies.job.plan.PlanStep;
import dev.dailies.job.poll.PollStep;
import dev.dailies.job.reconcile.ReconcileConfiguration;
import dev.dailies.job.recover.RecoverConfiguration;
import dev.dailies.job.report.ReportStep;
import dev.dailies.job.run.RunConfiguration;
import dev.dailies.job.settle.SettleConfiguration;
import dev.dailies.job.submit.SubmitStep;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The Spring application. All of it is named: every command would wait for Boot to look for more,
 * and what other programs have in the environment would have a say.
 */
@Configuration(proxyBeanMethods = false)
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
  RecoverConfiguration.class,
  DeliverConfiguration.class,
  DoctorConfiguration.class,
  ReconcileConfiguration.class,
  DailiesJobConfiguration.class
})
class DailiesApplication {}
