package dev.dailies.job.doubt;

import dev.dailies.job.run.Providers;
import dev.dailies.job.run.RunControl;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.settings.JobSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What asks providers about tasks in doubt, before the manifest is read and beside polling. */
@Configuration(proxyBeanMethods = false)
public class DoubtConfiguration {

  @Bean
  Reconciler reconciler(OpenTasks tasks, Ledger ledger, Providers providers, RunControl run) {
    return new Reconciler(tasks, ledger, providers, run);
  }

  @Bean
  OldDoubts oldDoubts(OpenTasks tasks, Ledger ledger, Reconciler reconciler, JobSetup setup) {
    return new OldDoubts(tasks, ledger, reconciler, setup.settings().onDoubt());
  }
}
