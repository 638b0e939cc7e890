package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParallelStepsTest {

  private final ChangeSignal signal = new ChangeSignal();
  private final StopReasons stops = new StopReasons(signal);

  private boolean isStopped(ParallelSteps steps) {
    steps.checkThatAllBegan(stops);
    return stops.isStopped();
  }

  @Test
  void aStepThatNeverBeginsStopsTheOthers() {
    ParallelSteps steps = new ParallelSteps(signal, Duration.ofMillis(50));
    steps.begin(ParallelStep.SUBMIT);
    steps.begin(ParallelStep.DOWNLOAD);

    await().until(() -> isStopped(steps));

    assertThat(stops.all().get(0).text()).contains("did not begin");
  }

  @Test
  void nothingIsAmissOnceAllHaveBegun() {
    ParallelSteps steps = new ParallelSteps(signal, Duration.ZERO);
    assertThat(isStopped(steps)).as("before the split").isFalse();
    steps.begin(ParallelStep.SUBMIT);
    steps.end(ParallelStep.SUBMIT);
    steps.begin(ParallelStep.POLL);
    steps.begin(ParallelStep.DOWNLOAD);

    assertThat(isStopped(steps)).isFalse();
    assertThat(steps.isOver(ParallelStep.SUBMIT)).isTrue();
    assertThat(steps.isOver(ParallelStep.POLL)).isFalse();
  }
}
