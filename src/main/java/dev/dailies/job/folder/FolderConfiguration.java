package dev.dailies.job.folder;

import dev.dailies.ledger.JournalRecovery;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about an output folder before anything else is done in it. */
@Configuration(proxyBeanMethods = false)
public class FolderConfiguration {

  @Bean
  CrashRecovery crashRecovery(
      OpenTasks tasks, Ledger ledger, JournalRecovery journalRecovery, LedgerKeeper keeper) {
    return new CrashRecovery(tasks, ledger, journalRecovery, keeper);
  }
}
