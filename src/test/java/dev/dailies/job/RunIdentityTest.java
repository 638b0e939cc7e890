package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.job.run.RunIdentity;
import dev.dailies.job.run.RunStart;
import dev.dailies.ledger.store.LedgerDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Whatever a killed process left in the job repository, the next one starts. */
class RunIdentityTest {

  private static final Instant BEGIN = Instant.parse("2026-11-30T22:00:00Z");
  private static final Instant LATER = BEGIN.plusSeconds(3_600);
  private static final Instant LATEST = LATER.plusSeconds(3_600);

  private final DataSource dataSource =
      new DriverManagerDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(), "sa", "");
  private final LedgerDatabase database = new LedgerDatabase(dataSource);
  private final AnnotationConfigApplicationContext spring =
      new AnnotationConfigApplicationContext();
  private JobRepository repository;
  private JobOperator operator;
  private Job job;
  private RunIdentity identity;

  @BeforeEach
  void configure() {
    spring.registerBean(DataSource.class, () -> dataSource);
    spring.registerBean(
        "transactionManager",
        JdbcTransactionManager.class,
        () -> new JdbcTransactionManager(dataSource));
    spring.register(BatchConfiguration.class);
    spring.refresh();
    repository = spring.getBean(JobRepository.class);
    operator = spring.getBean(JobOperator.class);
    job =
        new JobBuilder("dailies", repository)
            .start(
                new StepBuilder("step", repository)
                    .tasklet((contribution, context) -> RepeatStatus.FINISHED)
                    .build())
            .build();
    identity = new RunIdentity(repository, operator, "a-job", BEGIN);
  }

  @AfterEach
  void close() {
    spring.close();
    database.close();
  }

  @Test
  void countsRunsThatCompleted() throws Exception {
    assertThat(run()).isEqualTo(1);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void goesOnWithARunWhoseProcessWasKilled() throws Exception {
    JobParameters first = identity.next(job);
    JobExecution killed =
        repository.createJobExecution(
            repository.createJobInstance(job.getName(), first), first, new ExecutionContext());
    killed.setStatus(BatchStatus.STARTED);
    repository.update(killed);

    assertThat(run()).isEqualTo(1);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void skipsARunWhoseProcessWasKilledBetweenItsTwoInserts() throws Exception {
    repository.createJobInstance(job.getName(), identity.next(job));

    assertThat(run()).isEqualTo(2);
    assertThat(run()).isEqualTo(3);
  }

  @Test
  void aRunThatWasKilledGoesOnWithItsBudget() {
    started(identity);

    assertThat(startOf(LATER)).as("before it is recovered").isEqualTo(BEGIN);
    RunIdentity next = new RunIdentity(repository, operator, "a-job", LATER);
    started(next);

    assertThat(startOf(LATER)).isEqualTo(BEGIN);
    new RunIdentity(repository, operator, "a-job", LATEST).next(job);
    assertThat(startOf(LATEST)).as("killed twice").isEqualTo(BEGIN);
  }

  @Test
  void aRunThatEndedLeavesAFreshBudget() throws Exception {
    run();

    assertThat(startOf(LATER)).isEqualTo(LATER);
  }

  private void started(RunIdentity process) {
    JobParameters parameters = process.next(job);
    JobInstance known = repository.getJobInstance(job.getName(), parameters);
    JobInstance instance =
        known == null ? repository.createJobInstance(job.getName(), parameters) : known;
    JobExecution execution =
        repository.createJobExecution(instance, parameters, new ExecutionContext());
    execution.setStatus(BatchStatus.STARTED);
    repository.update(execution);
  }

  private Instant startOf(Instant process) {
    return new RunStart(repository, Clock.fixed(process, ZoneOffset.UTC)).at();
  }

  private long run() throws Exception {
    JobParameters parameters = identity.next(job);
    assertThat(operator.start(job, parameters).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    return parameters.getLong(RunIdentity.RUN, 0L);
  }
}
