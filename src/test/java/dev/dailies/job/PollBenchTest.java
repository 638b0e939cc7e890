package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.SentAttempt;
import dev.dailies.simulator.Ticket;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
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
    Night night =
        Night.spend(
            folder,
            Map.of("generation-time", "6s", "jitter", "0.25", "latency", "5ms"),
            job -> manifest(job, takes).api("window", window + ""));
    List<SentAttempt> tasks = newest(night);
    double perfect = perfect(tasks, window) + night.oneDelivery();
    double polls = (double) night.counts().looks() / ROWS;
    System.out.printf(
        "window %d, %s: %.1f polls per task, %.2f s, %.3f of %.2f s with perfect knowledge%n",
        window, what, polls, night.seconds(), night.seconds() / perfect, perfect);
    assertThat(night.ran().count(DELIVERED)).isEqualTo(ROWS * takes);
    assertThat(night.seconds() / perfect).isLessThan(1.15);
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
  private static List<SentAttempt> newest(Night night) {
    return night
        .taken()
        .sorted(Comparator.comparing(SentAttempt::intendedAt).reversed())
        .limit(ROWS)
        .sorted(Comparator.comparing(SentAttempt::intendedAt))
        .toList();
  }

  /** When the last would be done if room in the window were noticed at once. */
  private static double perfect(List<SentAttempt> tasks, int window) {
    PriorityQueue<Double> ends = new PriorityQueue<>();
    double last = 0;
    for (int n = 0; n < tasks.size(); n++) {
      double room = ends.size() < window ? 0 : ends.remove();
      double end = Math.max((double) n / RATE, room) + generation(tasks.get(n));
      ends.add(end);
      last = Math.max(last, end);
    }
    return last;
  }

  private static double generation(SentAttempt task) {
    return Ticket.parse(Objects.requireNonNull(task.ticket())).orElseThrow().generation() / 1e3;
  }
}
