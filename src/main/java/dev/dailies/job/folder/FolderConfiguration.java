package dev.dailies.job.folder;

import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Recollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about an output folder before anything else is done in it. */
@Configuration(proxyBeanMethods = false)
public class FolderConfiguration {

  @Bean
  Leftovers leftovers(
      OpenTasks tasks, Ledger ledger, Recollection recollection, LedgerKeeper keeper) {
    return new Leftovers(tasks, ledger, recollection, keeper);
  }
}
