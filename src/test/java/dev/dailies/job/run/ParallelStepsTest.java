package dev.dailies.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.job.run.ParallelSteps.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParallelStepsTest {

  private final ChangeSignal signal = new ChangeSignal();
  private final StopReasons stops = new StopReasons(signal);

  private boolean isStopped(ParallelSteps stages) {
    stages.checkThatAllBegan(stops);
    return stops.isStopped();
  }

  @Test
  void aStepThatNeverBeginsStopsTheOthers() {
    ParallelSteps stages = new ParallelSteps(signal, Duration.ofMillis(50));
    stages.begin(Stage.SUBMIT);
    stages.begin(Stage.DOWNLOAD);

    await().until(() -> isStopped(stages));

    assertThat(stops.all().get(0).text()).contains("did not begin");
  }

  @Test
  void nothingIsAmissOnceAllHaveBegun() {
    ParallelSteps stages = new ParallelSteps(signal, Duration.ZERO);
    assertThat(isStopped(stages)).as("before the split").isFalse();
    stages.begin(Stage.SUBMIT);
    stages.end(Stage.SUBMIT);
    stages.begin(Stage.POLL);
    stages.begin(Stage.DOWNLOAD);

    assertThat(isStopped(stages)).isFalse();
    assertThat(stages.isOver(Stage.SUBMIT)).isTrue();
    assertThat(stages.isOver(Stage.POLL)).isFalse();
  }
}
