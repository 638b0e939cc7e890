package dev.dailies.job;

import dev.dailies.delivery.Downloader;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.ClipNames;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Stamps;
import dev.dailies.manifest.Way;
import dev.dailies.media.MediaReader;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Reports;
import dev.dailies.report.Sidecars;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the steps are made of. {@link JobSetup}, {@link OutputFolder} and {@link ExitRules} come
 * from the front door.
 */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Signal signal() {
    return new Signal();
  }

  @Bean
  StopReasons stopReasons(Signal signal) {
    return new StopReasons(signal);
  }

  @Bean
  Stages stages(Signal signal) {
    return new Stages(signal);
  }

  @Bean
  TimeLimit timeLimit(JobSetup setup) {
    return new TimeLimit(setup.settings().timeLimit());
  }

  @Bean
  Providers providers(JobSetup setup, StopReasons stops, Signal signal, Clock clock) {
    return new Providers(setup, stops, signal, clock);
  }

  @Bean
  Board board(Accounts accounts) {
    return new Board(accounts);
  }

  @Bean
  RunRecord runRecord(
      Accounts accounts,
      Plans plans,
      Board board,
      Providers providers,
      StopReasons stops,
      Clock clock) {
    return new RunRecord(accounts, plans, board, providers, stops, clock);
  }

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
  Way way(JobSetup setup) {
    return Way.between(setup.files().output(), setup.files().manifest().resolveSibling(""));
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
  SubmitQueue submitQueue(
      OpenTasks tasks, Plans plans, Providers providers, StopReasons stops, JobSetup setup) {
    return new SubmitQueue(tasks, plans, providers, stops, setup.settings().limit());
  }

  @Bean
  Reconciler reconciler(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      StopReasons stops,
      Signal signal,
      TimeLimit timeLimit) {
    return new Reconciler(tasks, ledger, providers, stops, signal, timeLimit);
  }

  @Bean
  SubmitReader submitReader(
      SubmitQueue queue,
      Providers providers,
      Reconciler reconciler,
      StopReasons stops,
      Stages stages,
      Signal signal) {
    return new SubmitReader(queue, providers, reconciler, stops, stages, signal);
  }

  @Bean
  Submitter submitter(Ledger ledger, Journal journal, Way way, StopReasons stops) {
    return new Submitter(ledger, journal, new PlannedFiles(way.ledInputs()), stops);
  }

  @Bean
  SubmitWriter submitWriter(SubmitQueue queue, Submitter submitter, Providers providers) {
    return new SubmitWriter(queue, submitter, providers);
  }

  @Bean
  SubmitListener submitListener(
      SubmitQueue queue,
      Submitter submitter,
      Providers providers,
      StopReasons stops,
      Stages stages,
      JobSetup setup) {
    return new SubmitListener(
        queue, submitter, providers, stops, stages, setup.settings().stopTimeout());
  }

  @Bean
  PollTasklet pollTasklet(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      Reconciler reconciler,
      JobSetup setup,
      StopReasons stops,
      Stages stages,
      Signal signal,
      TimeLimit timeLimit) {
    return new PollTasklet(
        tasks,
        new Looker(ledger, stops),
        reconciler,
        providers,
        stops,
        stages,
        signal,
        timeLimit,
        setup.settings().stopTimeout());
  }

  @Bean
  Downloader downloader(JobSetup setup) {
    return new Downloader(setup.download());
  }

  @Bean
  Namer namer(JobSetup setup, ClipNames names, Clock clock) {
    return new Namer(setup.settings().outputName(), names, clock);
  }

  @Bean
  Sidecars sidecars(Accounts accounts, Histories histories, OutputFolder folder) {
    return new Sidecars(
        accounts, histories, folder.path(), folder.job(), Version.current(), MediaReader::read);
  }

  @Bean
  DownloadTasklet downloadTasklet(
      OpenTasks tasks,
      Ledger ledger,
      Providers providers,
      Downloader downloader,
      Namer namer,
      Sidecars sidecars,
      JobSetup setup,
      StopReasons stops,
      Stages stages,
      Signal signal,
      TimeLimit timeLimit) {
    Deliverer deliverer =
        new Deliverer(
            tasks, ledger, providers, downloader, namer, sidecars, setup.files().output(), stops);
    Lane lane = new Lane("download", setup.download().concurrency(), stops, signal);
    return new DownloadTasklet(
        tasks, deliverer, lane, stops, stages, signal, timeLimit, setup.settings().stopTimeout());
  }

  @Bean
  ReportWriter reportWriter(
      Accounts accounts,
      Plans plans,
      DoubtSheet doubts,
      Sidecars sidecars,
      OutputFolder folder,
      JobSetup setup,
      WhereToLook whereToLook,
      ExitRules rules) {
    return new ReportWriter(
        new Reports(accounts, plans, doubts, folder.path()),
        sidecars,
        folder,
        setup,
        whereToLook,
        rules);
  }

  @Bean
  ReportTasklet reportTasklet(RunRecord record, ReportWriter reports) {
    return new ReportTasklet(record, reports);
  }

  @Bean
  DailiesRun dailiesRun(
      JobOperator operator,
      JobRepository repository,
      OutputFolder folder,
      OpenTasks tasks,
      Ledger ledger,
      Leftovers leftovers,
      Reconciler reconciler,
      JobSetup setup,
      StopReasons stops,
      RunRecord record,
      ReportWriter reports) {
    return new DailiesRun(
        operator,
        new RunIdentity(repository, operator, folder.job()),
        tasks,
        ledger,
        leftovers,
        reconciler,
        setup.settings().onDoubt(),
        stops,
        record,
        reports);
  }
}
