package dev.dailies.job.recover;

import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.ClipIntake;
import dev.dailies.manifest.PathMapping;
import dev.dailies.report.PaidClips;
import dev.dailies.report.SidecarReading;
import dev.dailies.settings.JobSetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes forgotten clips in. */
@Configuration(proxyBeanMethods = false)
public class RecoverConfiguration {

  @Bean
  ClipRecovery clipRecovery(
      ClipIntake intake,
      ClipFiles files,
      Providers providers,
      PathMapping paths,
      PaidClips here,
      JobSetup setup) {
    return new ClipRecovery(
        new SidecarReading(setup.files().output()),
        intake,
        files,
        new TodaysRows(setup, providers, paths),
        providers,
        here);
  }
}
