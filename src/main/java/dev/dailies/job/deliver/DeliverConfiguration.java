package dev.dailies.job.deliver;

import dev.dailies.ledger.TaskQueries;
import dev.dailies.settings.JobSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hands keepers over. */
@Configuration(proxyBeanMethods = false)
public class DeliverConfiguration {

  @Bean
  Handover handover(TaskQueries queries, JobSetup setup) {
    return new Handover(queries, setup);
  }
}
