package dev.dailies.job;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Recollection;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Sidecars;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What settles and tells, between two runs, what a night has left behind. */
@Configuration(proxyBeanMethods = false)
class SettleConfiguration {

  @Bean
  Leftovers leftovers(
      OpenTasks tasks, Ledger ledger, Recollection recollection, LedgerKeeper keeper) {
    return new Leftovers(tasks, ledger, recollection, keeper);
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
  Undelivered undelivered(Accounts accounts, Ledger ledger) {
    return new Undelivered(accounts, ledger);
  }

  @Bean
  Verification verification(Accounts accounts, Sidecars sidecars, OutputFolder folder) {
    return new Verification(accounts, sidecars, folder.path());
  }

  @Bean
  LastRun lastRun(JobRepository repository, Accounts accounts, Plans plans, Clock clock) {
    return new LastRun(repository, accounts, plans, clock);
  }

  @Bean
  WhereToLook whereToLook(Providers providers) {
    return new WhereToLook(providers);
  }

  @Bean
  Elsewhere elsewhere(OpenTasks tasks, Providers providers) {
    return new Elsewhere(tasks, providers);
  }

  @Bean
  DoubtSheet doubtSheet(Accounts accounts, Histories histories, WhereToLook whereToLook) {
    return new DoubtSheet(accounts, histories, whereToLook);
  }

  @Bean
  Explainer explainer(Accounts accounts, Histories histories, WhereToLook whereToLook) {
    return new Explainer(accounts, histories, whereToLook);
  }
}
