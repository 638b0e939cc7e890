package dev.dailies.job;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Recollection;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What settles, between two runs, what a night has left behind. */
@Configuration(proxyBeanMethods = false)
class SettleConfiguration {

  @Bean
  Leftovers leftovers(
      OpenTasks tasks, Ledger ledger, Recollection recollection, LedgerKeeper keeper) {
    return new Leftovers(tasks, ledger, recollection, keeper);
  }

  @Bean
  Recollection recollection(
      Journal journal,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      OpenTasks tasks,
      Ledger ledger,
      Clock clock) {
    return new Recollection(journal, jdbc, transactions, tasks, ledger, clock);
  }

  @Bean
  Doubts doubts(Accounts accounts, Ledger ledger) {
    return new Doubts(accounts, ledger);
  }

  @Bean
  Retries retries(Accounts accounts, Ledger ledger) {
    return new Retries(accounts, ledger);
  }

  @Bean
  Explainer explainer(Accounts accounts, Histories histories, Providers providers) {
    return new Explainer(accounts, histories, providers);
  }
}
