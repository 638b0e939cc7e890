package dev.dailies.job.folder;

import dev.dailies.job.run.Ground;
import dev.dailies.job.run.ManifestFile;
import dev.dailies.ledger.AttemptCounts;
import dev.dailies.ledger.JournalRecovery;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.store.LedgerSnapshot;
import dev.dailies.report.PaidClips;
import dev.dailies.settings.JobSetup;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about an output folder before anything else is done in it. */
@Configuration(proxyBeanMethods = false)
public class FolderConfiguration {

  @Bean
  Ground ground(OutputFolder folder, JobSetup setup) {
    return new FolderGround(folder, setup.download().keepFree());
  }

  @Bean
  ManifestFile manifestFile(OutputFolder folder, JobSetup setup) {
    Path manifest = setup.files().manifest();
    return new ManifestFile(setup.published().isPresent() ? folder.own(manifest) : manifest);
  }

  @Bean
  CrashRecovery crashRecovery(
      OpenTasks tasks,
      Ledger ledger,
      JournalRecovery journalRecovery,
      LedgerKeeper keeper,
      PaidClips clips,
      OutputFolder folder) {
    return new CrashRecovery(tasks, ledger, journalRecovery, keeper, clips, folder);
  }

  @Bean
  SnapshotAnswers snapshotAnswers(
      OutputFolder folder, LedgerSnapshot ledger, JobSetup setup, Clock clock) {
    return new SnapshotAnswers(folder, ledger, setup.settings().ledgerUrl() == null, clock);
  }

  @Bean
  PaidClips paidClips(OutputFolder folder, AttemptCounts known) {
    return new PaidClips(folder.path(), folder.job(), known);
  }
}
