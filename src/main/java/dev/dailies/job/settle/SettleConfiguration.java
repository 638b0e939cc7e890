package dev.dailies.job.settle;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Sidecars;
import dev.dailies.settings.JobSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What settles and tells, between two runs, what a night has left behind. */
@Configuration(proxyBeanMethods = false)
public class SettleConfiguration {

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
  Verification verification(Accounts accounts, Sidecars sidecars, JobSetup setup) {
    return new Verification(accounts, sidecars, setup.files().output());
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
