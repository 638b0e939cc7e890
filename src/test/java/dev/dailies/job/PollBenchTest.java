package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskView;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Polls per task, and the time of a run against one that knows to the moment when each task is
 * done. A tenth of real time: tasks of 6 s, give or take a quarter, and an interval of 600 ms.
 */
@Tag("bench")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class PollBenchTest {

  private static final int ROWS = 100;
  private static final int RATE = 10;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {500, 20})
  void fewPollsPerTaskAndHardlyLateThoughNothingIsKnown(int window) {
    double perTask = measure("nothing known", window, 1);
    double again = measure("known from the first run", window, 2);

    assertThat(List.of(perTask, again)).allMatch(polls -> polls <= 8);
  }

  private double measure(String what, int window, int takes) {
    SimulatedRun night =
        SimulatedRun.spend(
            folder,
            Map.of("generation-time", "6s", "jitter", "0.25", "latency", "5ms"),
            job -> manifest(job, takes).api("window", Integer.toString(window)));
    List<SentAttempt> tasks = newest(night);
    double perfect = untilTheLastIsDone(tasks) + night.oneDelivery();
    double took = seconds(tasks.get(0).intendedAt(), lastDelivery(night));
    double polls = (double) night.counts().looks() / ROWS;
    System.out.printf(
        "window %d, %s: %.1f polls per task, found %.2f s late; %.3f of %.2f s with perfect"
            + " knowledge%n",
        window, what, polls, late(tasks), took / perfect, perfect);
    assertThat(night.ran().count(DELIVERED)).isEqualTo(ROWS * takes);
    assertThat(took / perfect).isLessThan(1.15);
    return polls;
  }

  private static Rehearsal manifest(Rehearsal job, int takes) {
    String[] rows =
        Rehearsal.shots(ROWS).stream()
            .map(shot -> Rehearsal.row(shot) + "," + takes)
            .toArray(String[]::new);
    return job.manifest("id,prompt,image,takes", rows)
        .api("submit-rate", RATE + "/s")
        .api("poll-rate", "200/s")
        .api("poll-interval", "600ms");
  }

  /** Those of this run, in the order in which they were sent. */
  private static List<SentAttempt> newest(SimulatedRun night) {
    return night
        .taken()
        .sorted(Comparator.comparing(SentAttempt::intendedAt).reversed())
        .limit(ROWS)
        .sorted(Comparator.comparing(SentAttempt::intendedAt))
        .toList();
  }

  /** From the first submission to the end of the last generation: nobody can be quicker. */
  private static double untilTheLastIsDone(List<SentAttempt> tasks) {
    Instant last = tasks.stream().map(PollBenchTest::done).max(naturalOrder()).orElseThrow();
    return seconds(tasks.get(0).intendedAt(), last);
  }

  private static Instant lastDelivery(SimulatedRun night) {
    return night.ran().queries().values().stream()
        .map(TaskView::changedAt)
        .max(naturalOrder())
        .orElseThrow();
  }

  /** From the end of a generation to the look that found it, on average. */
  private static double late(List<SentAttempt> tasks) {
    return tasks.stream()
        .mapToDouble(task -> seconds(done(task), Objects.requireNonNull(task.endedAt())))
        .average()
        .orElseThrow();
  }

  private static Instant done(SentAttempt task) {
    IssuedTicket ticket = IssuedTicket.parse(Objects.requireNonNull(task.ticket())).orElseThrow();
    return Instant.ofEpochMilli(Stage.finish(ticket));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1e3;
  }
}
