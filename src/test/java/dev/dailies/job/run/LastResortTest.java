package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Memory that runs out ends the process: nobody waits for a thread that has died of it. */
class LastResortTest {

  private final List<Integer> ends = new CopyOnWriteArrayList<>();

  @BeforeEach
  void note() {
    LastResort.endBy(ends::add);
  }

  @AfterEach
  void back() {
    LastResort.endBy(code -> Runtime.getRuntime().halt(code));
  }

  @Test
  void whatAProgramCanGoOnAfterDoesNotEndIt() {
    LastResort.check(new IllegalStateException("disk", new StackOverflowError()));
    LastResort.check(new AssertionError("odd"));

    assertThat(ends).isEmpty();
  }

  @Test
  void memoryThatRanOutInAWorkerEndsTheProcess() {
    RunControl run = new RunControl(null, Duration.ofSeconds(5));
    try (WorkerPool pool = new WorkerPool("test", 1, run)) {
      pool.execute(
          () -> {
            throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
          });
      assertThat(pool.awaitIdle(Duration.ofSeconds(10))).isTrue();
    }

    assertThat(ends).containsExactly(1);
    assertThat(run.isStopped()).isTrue();
  }

  @Test
  void aStepIsOverEvenIfNobodyCanSayHowItFailed() {
    ParallelSteps steps = new ParallelSteps(new ChangeSignal());
    var listener =
        new ParallelStepListener(
            ParallelStep.POLL,
            steps,
            new StepExecutionListener() {
              @Override
              public ExitStatus afterStep(StepExecution execution) {
                throw new OutOfMemoryError("Java heap space");
              }
            });

    StepExecution ended =
        new StepExecution(
            1, "poll", new JobExecution(1, new JobInstance(1, "job"), new JobParameters()));
    assertThatThrownBy(() -> listener.afterStep(ended)).isInstanceOf(OutOfMemoryError.class);

    assertThat(steps.isOver(ParallelStep.POLL)).isTrue();
  }
}
