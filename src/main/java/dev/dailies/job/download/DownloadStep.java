package dev.dailies.job.download;

import dev.dailies.delivery.Downloader;
import dev.dailies.job.run.FetchScope;
import dev.dailies.job.run.ParallelStep;
import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.WorkerPool;
import dev.dailies.ledger.ClipNames;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.report.Sidecars;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of SUCCEEDED tasks are brought onto the disk. */
@Configuration(proxyBeanMethods = false)
public class DownloadStep {

  @Bean
  Downloader downloader(JobSetup setup) {
    return new Downloader(setup.download(), setup.network());
  }

  @Bean
  ClipDownloader clipFetcher(
      OpenTasks tasks,
      Providers providers,
      Downloader downloader,
      ClipNames names,
      JobSetup setup,
      Clock clock) {
    Namer namer = new Namer(setup.settings().outputName(), names, clock);
    return new ClipDownloader(tasks, providers, downloader, namer, setup.files().output());
  }

  @Bean
  Deliverer deliverer(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      ClipDownloader clips,
      Sidecars sidecars,
      RunControl run) {
    return new Deliverer(
        tasks,
        ledger,
        new LinkRenewal(tasks, ledger, providers),
        clips,
        sidecars,
        new NextTry(providers, run));
  }

  @Bean
  DownloadTasklet downloadTasklet(
      OpenTasks tasks, Deliverer deliverer, JobSetup setup, FetchScope scope, RunControl run) {
    WorkerPool pool = new WorkerPool("download", setup.download().concurrency(), run);
    DeliveryList list = new DeliveryList(tasks, scope, setup.download().patience());
    return new DownloadTasklet(list, deliverer, pool, run);
  }

  @Bean
  Step download(JobRepository repository, DownloadTasklet download, RunControl run) {
    return new StepBuilder("download", repository)
        .tasklet(download, new ResourcelessTransactionManager())
        .listener(run.follow(ParallelStep.DOWNLOAD))
        .allowStartIfComplete(true)
        .build();
  }
}
