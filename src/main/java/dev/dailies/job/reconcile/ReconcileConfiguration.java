package dev.dailies.job.reconcile;

import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Charges;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.report.Place;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds our figures against those of the providers. */
@Configuration(proxyBeanMethods = false)
public class ReconcileConfiguration {

  @Bean
  Reconciliation reconciliation(
      Charges charges,
      Providers providers,
      TaskQueries queries,
      Histories histories,
      Function<String, Place> whereToLook,
      JobSetup setup,
      Clock clock) {
    return new Reconciliation(
        charges, providers, new Looks(queries, histories), whereToLook, setup.caps().zone(), clock);
  }
}
