package dev.dailies.job.run;

import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Plans;
import dev.dailies.manifest.Way;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all steps of a run share. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Signal signal() {
    return new Signal();
  }

  @Bean
  StopReasons stopReasons(Signal signal) {
    return new StopReasons(signal);
  }

  @Bean
  Stages stages(Signal signal) {
    return new Stages(signal);
  }

  @Bean
  TimeLimit timeLimit(JobSetup setup) {
    return new TimeLimit(setup.settings().timeLimit());
  }

  @Bean
  Providers providers(JobSetup setup, StopReasons stops, Signal signal, Clock clock) {
    return new Providers(setup, stops, signal, clock);
  }

  @Bean
  Way way(JobSetup setup) {
    return Way.between(setup.files().output(), setup.files().manifest().resolveSibling(""));
  }

  @Bean
  Board board(Accounts accounts) {
    return new Board(accounts);
  }

  @Bean
  RunRecord runRecord(
      Accounts accounts,
      Plans plans,
      Board board,
      Providers providers,
      StopReasons stops,
      Clock clock) {
    return new RunRecord(accounts, plans, board, providers, stops, clock);
  }
}
