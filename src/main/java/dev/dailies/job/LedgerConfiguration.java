package dev.dailies.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dailies.job.folder.LedgerKeeper;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.RunControl;
import dev.dailies.job.run.RunRecord;
import dev.dailies.job.run.RunStart;
import dev.dailies.job.run.TaskCounts;
import dev.dailies.ledger.Approvals;
import dev.dailies.ledger.AttemptCounts;
import dev.dailies.ledger.Charges;
import dev.dailies.ledger.ClipIntake;
import dev.dailies.ledger.ClipNames;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Journal;
import dev.dailies.ledger.JournalRecovery;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OpenTasks;
import dev.dailies.ledger.PaidBefore;
import dev.dailies.ledger.Picks;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.RowMatching;
import dev.dailies.ledger.Samples;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.budget.Budget;
import dev.dailies.ledger.store.EmbeddedDatabase;
import dev.dailies.ledger.store.LedgerDatabase;
import dev.dailies.ledger.store.LedgerSnapshot;
import dev.dailies.provider.Secret;
import dev.dailies.settings.JobSetup;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger, and all that asks it. Outside of its package nothing else knows of Spring's JDBC. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  HikariDataSource dataSource(JobSetup setup, OutputFolder folder) {
    HikariConfig pool = new HikariConfig();
    Secret own = setup.settings().ledgerUrl();
    if (own == null || folder.isLook()) {
      pool.setDataSource(new EmbeddedDatabase(folder.inner()).dataSource());
    } else {
      pool.setJdbcUrl(own.reveal());
    }
    pool.setMaximumPoolSize(12);
    // None is made unasked: it could come while the database is being closed.
    pool.setMinimumIdle(0);
    return new HikariDataSource(pool);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  LedgerDatabase ledgerDatabase(DataSource dataSource, LedgerKeeper keeper) {
    LedgerDatabase database = new LedgerDatabase(dataSource);
    if (!keeper.knowsThatItIsWhole()) {
      database.check(Stream.of(TaskState.values()).map(TaskState::name).toList());
    }
    return database;
  }

  @Bean
  LedgerSnapshot ledgerSnapshot(DataSource dataSource) {
    return new LedgerSnapshot(dataSource);
  }

  @Bean
  Ledger ledger(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      TaskCounts counts,
      RunRecord record,
      RunControl run,
      LedgerKeeper keeper,
      Budget budget) {
    Ledger ledger = new Ledger(jdbc, transactions, clock);
    ledger.admittedBy(budget);
    ledger.provenBy(keeper.proof());
    ledger.onMove(counts::moved);
    ledger.onMove(move -> record.note(move));
    ledger.onMove(move -> run.changed());
    return ledger;
  }

  @Bean
  Budget budget(JdbcClient jdbc, JobSetup setup, RunStart start, Clock clock) {
    return new Budget(jdbc, setup.caps(), start::at, clock);
  }

  @Bean
  Journal journal(OutputFolder folder, Clock clock) {
    return new Journal(folder.inner().resolve("journal"), clock);
  }

  @Bean
  PaidBefore paidBefore(JdbcClient jdbc) {
    return new PaidBefore(jdbc);
  }

  @Bean
  PlannedTasks plannedTasks(JdbcClient jdbc) {
    return new PlannedTasks(jdbc);
  }

  @Bean
  OpenTasks openTasks(JdbcClient jdbc) {
    return new OpenTasks(jdbc);
  }

  @Bean
  JournalRecovery journalRecovery(
      Journal journal,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      OpenTasks tasks,
      Ledger ledger,
      Clock clock) {
    return new JournalRecovery(journal, jdbc, transactions, tasks, ledger, clock);
  }

  @Bean
  AttemptCounts attemptCounts(JdbcClient jdbc) {
    return new AttemptCounts(jdbc);
  }

  @Bean
  ClipIntake clipIntake(
      JdbcClient jdbc, PlatformTransactionManager transactions, Journal journal, Clock clock) {
    return new ClipIntake(jdbc, transactions, journal, clock);
  }

  @Bean
  Plans plans(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    return new Plans(jdbc, transactions, clock);
  }

  @Bean
  RowMatching matching(JdbcClient jdbc, Clock clock) {
    return new RowMatching(jdbc, clock);
  }

  @Bean
  TaskQueries queries(JdbcClient jdbc) {
    return new TaskQueries(jdbc);
  }

  @Bean
  Charges charges(JdbcClient jdbc) {
    return new Charges(jdbc);
  }

  @Bean
  Histories histories(JdbcClient jdbc) {
    return new Histories(jdbc);
  }

  @Bean
  Picks picks(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Picks(jdbc, transactions);
  }

  @Bean
  Approvals approvals(
      JdbcClient jdbc, PlatformTransactionManager transactions, OutputFolder folder) {
    return new Approvals(jdbc, transactions, folder.job());
  }

  @Bean
  Samples samples(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Samples(jdbc, transactions);
  }

  @Bean
  ClipNames clipNames(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new ClipNames(jdbc, transactions);
  }
}
