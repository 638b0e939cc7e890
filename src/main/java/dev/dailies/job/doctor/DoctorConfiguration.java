package dev.dailies.job.doctor;

import dev.dailies.job.plan.SendEstimates;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.settings.JobSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks at a job before the night. */
@Configuration(proxyBeanMethods = false)
public class DoctorConfiguration {

  @Bean
  Doctor doctor(
      JobSetup setup,
      Plans plans,
      OpenTasks tasks,
      SendEstimates estimates,
      Providers providers,
      PlannedTasks planned) {
    PlannedLinks links = new PlannedLinks(plans, planned);
    return new Doctor(setup, plans, tasks, estimates, providers, links);
  }
}
