package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A server that does not know what it was paid for: nothing is paid for again because of that. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ForgetfulServerTest {

  private static final int MANY = 20;

  @TempDir Path folder;

  @Test
  void deliversAllThatTheServerDidNotKnowAtFirst() {
    var settings = Map.of("generation-time", "300ms", "hidden-for", "1500ms");
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(settings), 0)) {
      Ran ran = new Rehearsal(folder, simulator.baseUrl().toString()).rows(MANY).run();

      assertThat(ran.count(DELIVERED)).isEqualTo(MANY);
      assertThat(ran.code()).isZero();
      assertThat(ticketsOf(ran)).as("one ticket each").hasSize(MANY);
      assertThat(ran.queries().values()).allMatch(view -> view.task().attempts() == 1);
    }
  }

  @Test
  void losesWhatTheServerForgetsAtHalfAndPaysForNothingAgain() {
    try (StubbedApi api = new StubbedApi()) {
      List<String> forgotten = Rehearsal.shots(MANY).subList(MANY / 2, MANY);
      forgotten.forEach(shot -> api.looks(shot, StubbedApi.running(), StubbedApi.notExist()));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).rows(MANY).api("grace", "600ms");

      Ran first = job.run();
      Ran second = job.run();

      assertThat(first.in(LOST)).isEqualTo(forgotten);
      assertThat(first.count(DELIVERED)).isEqualTo(MANY / 2);
      assertThat(second.states()).isEqualTo(first.states());
      assertThat(List.of(first.code(), second.code())).containsExactly(3, 3);
      assertThat(Rehearsal.shots(MANY)).allMatch(shot -> api.posts(shot) == 1);
    }
  }

  private static List<String> ticketsOf(Ran ran) {
    return ran.queries().values().stream()
        .map(view -> Objects.requireNonNull(view.attempt()).ticket())
        .map(String::valueOf)
        .distinct()
        .collect(Collectors.toList());
  }
}
