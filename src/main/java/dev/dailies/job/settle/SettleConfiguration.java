package dev.dailies.job.settle;

import dev.dailies.job.run.ClipFiles;
import dev.dailies.job.run.LastWaits;
import dev.dailies.job.run.Providers;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.report.DoubtSheet;
import dev.dailies.report.Sidecars;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What settles and tells, between two runs, what a night has left behind. */
@Configuration(proxyBeanMethods = false)
public class SettleConfiguration {

  @Bean
  Stuck stuck(Providers providers, LastWaits waits, Clock clock) {
    return new Stuck(providers, waits, clock);
  }

  @Bean
  Doubts doubts(
      TaskQueries queries, Histories histories, Ledger ledger, Stuck stuck, Providers providers) {
    TicketLook look = new TicketLook(providers);
    WrongTickets wrong = new WrongTickets(queries, histories, ledger, look);
    return new Doubts(queries, histories, ledger, stuck, look, wrong);
  }

  @Bean
  Retries retries(TaskQueries queries, Ledger ledger) {
    return new Retries(queries, ledger);
  }

  @Bean
  Redos redos(TaskQueries queries, Ledger ledger, Providers providers) {
    return new Redos(queries, ledger, providers);
  }

  @Bean
  ChangedClips changedClips(OpenTasks tasks, Providers providers) {
    return new ChangedClips(tasks, providers);
  }

  @Bean
  Undelivered undelivered(TaskQueries queries, Ledger ledger, OpenTasks tasks, ClipFiles files) {
    return new Undelivered(queries, ledger, tasks, files);
  }

  @Bean
  Settling settling(
      Doubts doubts, Retries retries, Redos redos, Undelivered undelivered, Explainer explainer) {
    return new Settling(doubts, retries, redos, undelivered, explainer);
  }

  @Bean
  Verification verification(TaskQueries queries, Sidecars sidecars, ClipFiles files) {
    return new Verification(queries, sidecars, files);
  }

  @Bean
  WhereToLook whereToLook(Providers providers) {
    return new WhereToLook(providers);
  }

  @Bean
  MovedAddresses elsewhere(OpenTasks tasks, Providers providers) {
    return new MovedAddresses(tasks, providers);
  }

  @Bean
  DoubtSheet doubtSheet(TaskQueries queries, Histories histories, WhereToLook whereToLook) {
    return new DoubtSheet(queries, histories, whereToLook);
  }

  @Bean
  Explainer explainer(
      TaskQueries queries,
      Histories histories,
      WhereToLook whereToLook,
      OpenTasks tasks,
      ClipFiles files,
      Stuck stuck) {
    return new Explainer(queries, histories, whereToLook, new ToldResults(tasks, files), stuck);
  }
}
