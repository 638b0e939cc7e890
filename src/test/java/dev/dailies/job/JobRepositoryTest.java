package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import dev.dailies.job.folder.OutputFolder;
import dev.dailies.job.run.RunIdentity;
import dev.dailies.pacing.StopReason;
import dev.dailies.pacing.StopReason.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.PartitionStep;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Spring Batch's job repository tells of the runs, and what a run makes of its remains. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class JobRepositoryTest {

  private static final String LAST_JOB = "(select max(job_execution_id) from batch_job_execution)";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl()).createsItsLedger();
  }

  @Test
  void tellsHowEveryRunEnded() {
    api.looks("shot-01", StubbedApi.running());
    Rehearsal job = job().rows(2).api("deadline", "100ms");
    try (JobContext context = job.open()) {
      job.run(context);
      assertEnded(context, 1, BatchStatus.FAILED);
    }
    api.looks("shot-01", StubbedApi.succeeded(""));
    try (JobContext context = job.open()) {
      job.run(context);
      assertEnded(context, 1, BatchStatus.COMPLETED);
    }
    try (JobContext context = job.open()) {
      job.run(context);
      assertEnded(context, 2, BatchStatus.COMPLETED);
    }
  }

  @Test
  void numbersTheRunsOfTwoFoldersApart() throws IOException {
    Path second = Files.createDirectory(folder.resolve("second"));
    Rehearsal other = new Rehearsal(second, api.baseUrl()).createsItsLedger().rows(1);
    Rehearsal job = job().rows(1);
    try (JobContext one = job.open();
        JobContext two = other.open()) {
      job.run(one);
      other.run(two);

      assertThat(newest(one)).isNotEqualTo(newest(two));
    }
  }

  private static long newest(JobContext context) {
    JdbcClient jdbc = Rehearsal.bean(context, JdbcClient.class);
    return jdbc.sql("select max(id) from " + LAST_JOB + " as last (id)").query(Long.class).single();
  }

  @Test
  void tellsThatARunWasStopped() {
    api.looks(StubbedApi.running());
    Rehearsal job = job().rows(2);
    try (JobContext context = job.open()) {
      CompletableFuture<Ran> run = OwnThread.start(() -> job.run(context));
      await().until(() -> !api.polls().isEmpty() || run.isDone());

      context.stop(StopReason.of(Kind.INTERRUPTED, "stopped by a test"));

      assertThat(run.join().code()).isEqualTo(130);
      assertEnded(context, 1, BatchStatus.STOPPED);
    }
    api.looks(StubbedApi.succeeded(""));
    try (JobContext context = job.open()) {
      assertThat(job.run(context).count(DELIVERED)).isEqualTo(2);
      assertEnded(context, 1, BatchStatus.COMPLETED);
    }
  }

  @Test
  void namesTheLineThatThePlanCameTo() {
    Rehearsal job = job().rows(3);
    try (JobContext context = job.open()) {
      job.run(context);

      assertThat(step(last(context), "plan").getExecutionContext().getLong("manifest.line"))
          .isEqualTo(4);
    }
  }

  @Test
  void goesOnWhateverAKilledProcessHasLeft() {
    Rehearsal job = job().rows(1);
    job.run();
    List<List<String>> remains =
        List.of(
            List.of(job("STARTED"), steps("STARTED", "'submit', 'poll', 'download'")),
            List.of(job("STARTED"), steps("STARTED", "'plan'")),
            List.of(job("UNKNOWN"), steps("UNKNOWN", "'report', 'poll'")),
            List.of(job("STOPPING"), steps("STARTED", "'poll'")),
            List.of(job("STOPPED"), steps("STARTED", "'poll'")),
            List.of(job("FAILED"), steps("UNKNOWN", "'submit'")),
            List.of(
                job("STARTING"),
                delete(
                    "batch_step_execution_context where step_execution_id in (select"
                        + " step_execution_id from batch_step_execution where job_execution_id = "),
                delete("batch_step_execution where (job_execution_id = ")));
    for (List<String> statements : remains) {
      try (JobContext context = job.open()) {
        long before = last(context).getId();
        JdbcClient jdbc = Rehearsal.bean(context, JdbcClient.class);
        statements.forEach(sql -> jdbc.sql(sql).update());

        Ran ran = job.run(context);

        assertThat(ran.code()).as(statements + " " + ran.outcome().stopReasons()).isZero();
        assertThat(last(context).getId()).isGreaterThan(before);
        assertEnded(context, 1, BatchStatus.COMPLETED);
      }
    }
  }

  @Test
  void startsALaneAgainThatAKilledProcessHasLeft() {
    job().rows(1).run();
    Rehearsal job = job().rows(3);
    try (JobContext context = job.open()) {
      JdbcClient jdbc = Rehearsal.bean(context, JdbcClient.class);
      jdbc.sql(job("STARTED")).update();
      jdbc.sql(steps("STARTED", "'submit', 'submit:cometapi-1', 'poll', 'download'")).update();

      Ran ran = job.run(context);

      assertThat(ran.code()).as("%s", ran.outcome().stopReasons()).isZero();
      assertThat(ran.count(DELIVERED)).isEqualTo(3);
      assertThat(step(last(context), "submit").getWriteCount()).isEqualTo(2);
      assertEnded(context, 1, BatchStatus.COMPLETED);
    }
  }

  /** Read is what was taken up, filtered what was not sent after all, written what was sent. */
  @Test
  void countsWhatWasSent() {
    api.firstCreate(StubbedApi.error(429, "slow_down").withHeader("Retry-After", "1"));
    Rehearsal job = job().rows(5).api("submit-concurrency", "2");
    try (JobContext context = job.open()) {
      job.run(context);

      StepExecution submit = step(last(context), "submit");
      assertThat(submit.getWriteCount()).isEqualTo(6).isEqualTo(api.posts().size());
      assertThat(submit.getReadCount()).isEqualTo(submit.getWriteCount() + submit.getFilterCount());
      List<StepExecution> lanes =
          last(context).getStepExecutions().stream()
              .filter(step -> step.getStepName().startsWith("submit:"))
              .toList();
      assertThat(lanes)
          .extracting(StepExecution::getStepName)
          .containsExactlyInAnyOrder("submit:cometapi-1", "submit:cometapi-2");
      assertThat(lanes.stream().mapToLong(StepExecution::getWriteCount).sum())
          .isEqualTo(submit.getWriteCount());
    }
  }

  private static String job(String status) {
    return "update batch_job_execution set status = '%s', end_time = null, exit_code = 'UNKNOWN'"
            .formatted(status)
        + " where job_execution_id = "
        + LAST_JOB;
  }

  private static String steps(String status, String names) {
    return "update batch_step_execution set status = '%s', end_time = null, exit_code = 'EXECUTING'"
            .formatted(status)
        + " where step_name in (%s) and job_execution_id = ".formatted(names)
        + LAST_JOB;
  }

  private static String delete(String what) {
    return "delete from " + what + LAST_JOB + ")";
  }

  @Test
  void goesOnAfterAKillBetweenInstanceAndExecution() {
    Rehearsal job = job().rows(1);
    try (JobContext context = job.open()) {
      JobRepository repository = Rehearsal.bean(context, JobRepository.class);
      OutputFolder home = Rehearsal.bean(context, OutputFolder.class);
      repository.createJobInstance("dailies", parameters(home.job()));

      Ran ran = job.run(context);

      assertThat(ran.code()).as("%s", ran.outcome().stopReasons()).isZero();
      assertEnded(context, 2, BatchStatus.COMPLETED);
    }
  }

  private static JobParameters parameters(String uuid) {
    return new JobParametersBuilder()
        .addString("job", uuid, true)
        .addLong(RunIdentity.RUN, 1L, true)
        .toJobParameters();
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "poll", "download"})
  void aFailingStepEndsTheOthersAndIsReported(String step) {
    api.looks(StubbedApi.running());
    Rehearsal job = job().rows(3);
    try (JobContext context = job.open()) {
      breakStep(context, step);

      Ran ran = job.run(context);

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.stop(Kind.FAILURE).text()).contains("broken by a test");
      assertThat(last(context).getStatus()).isEqualTo(BatchStatus.FAILED);
      assertThat(job.file("report.html")).exists();
      assertThat(job.file("summary.json")).content().contains("\"exit_code\" : 1");
    }
    api.looks(StubbedApi.succeeded(""));

    Ran next = job.run();

    assertThat(next.count(DELIVERED)).isEqualTo(3);
    assertThat(api.posts()).hasSize(3);
  }

  private static void breakStep(JobContext context, String name) {
    if (name.equals("submit")) {
      Rehearsal.bean(context, name, PartitionStep.class)
          .setPartitionHandler(
              (splitter, execution) -> {
                throw new IllegalStateException("broken by a test");
              });
    } else {
      Rehearsal.bean(context, name, TaskletStep.class)
          .setTasklet(
              (contribution, chunk) -> {
                throw new IllegalStateException("broken by a test");
              });
    }
  }

  private static void assertEnded(JobContext context, long run, BatchStatus status) {
    JobExecution execution = last(context);
    assertThat(execution.getStatus()).isEqualTo(status);
    assertThat(execution.getJobParameters().getLong(RunIdentity.RUN)).isEqualTo(run);
    assertThat(execution.getStepExecutions())
        .extracting(StepExecution::getStepName)
        .filteredOn(step -> !step.startsWith("submit:"))
        .containsExactlyInAnyOrder("plan", "submit", "poll", "download", "report");
    assertThat(execution.getStepExecutions())
        .allMatch(step -> step.getStatus() == BatchStatus.COMPLETED);
  }

  private static StepExecution step(JobExecution execution, String name) {
    return execution.getStepExecutions().stream()
        .filter(step -> step.getStepName().equals(name))
        .findAny()
        .orElseThrow();
  }

  /** The newest execution of the job. */
  private static JobExecution last(JobContext context) {
    JobRepository repository = Rehearsal.bean(context, JobRepository.class);
    return repository.findJobInstances("dailies").stream()
        .flatMap(instance -> repository.getJobExecutions(instance).stream())
        .max(Comparator.comparing(JobExecution::getId))
        .map(Objects::requireNonNull)
        .orElseThrow();
  }
}
