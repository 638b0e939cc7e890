package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submitting, polling and downloading side by side take hardly longer than the slowest of them: the
 * last task goes out after (N-1)/rate, is then generated, and downloaded.
 */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class FlowBenchTest {

  private static final int RATE = 20;
  private static final Duration GENERATION = Duration.ofSeconds(5);
  private static final int CLIP_BYTES = 1_000_000;

  @TempDir Path folder;

  /** A noisy machine only ever makes a run slower, so the best of three counts. */
  @Test
  @Tag("bench")
  void aHundredRowsTakeHardlyLongerThanTheyMust() throws IOException {
    double best = ratio(100);
    for (int again = 2; again <= 3 && best > 1.10; again++) {
      best = Math.min(best, ratio(100));
    }

    assertThat(best).isLessThanOrEqualTo(1.10);
  }

  @Test
  @Tag("bench")
  void aThousandRowsTakeHardlyLongerThanTheyMust() throws IOException {
    assertThat(ratio(1_000)).isLessThanOrEqualTo(1.10);
  }

  /** How long the run takes, in terms of the shortest time that is possible. */
  private double ratio(int rows) throws IOException {
    var settings =
        Map.of(
            "generation-time", GENERATION.toSeconds() + "s",
            "jitter", "0",
            "clip-size", CLIP_BYTES + "B");
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(settings), 0)) {
      Rehearsal job = job(simulator).shots(names(rows));
      try (JobContext context = job.open()) {
        long start = System.nanoTime();
        Ran ran = job.run(context);
        double seconds = (System.nanoTime() - start) / 1e9;
        double bound = (rows - 1.0) / RATE + GENERATION.toSeconds() + oneDownload(ran);
        System.out.printf(
            "%d rows: %.2f s, %.3f of the lower bound of %.2f s%n",
            rows, seconds, seconds / bound, bound);
        check(ran, rows);
        if (rows > 2 * RATE * GENERATION.toSeconds()) {
          checkThatClipsCameWhileRowsWereSent(ran);
        }
        return seconds / bound;
      }
    }
  }

  private Rehearsal job(Simulator simulator) {
    return new Rehearsal(folder, simulator.baseUrl().toString())
        .api("submit-rate", RATE + "/s")
        .api("poll-rate", "100/s")
        .api("poll-interval", "1s")
        .api("window", "200");
  }

  private static String[] names(int rows) {
    return Rehearsal.shots(rows).toArray(String[]::new);
  }

  private static void check(Ran ran, int rows) throws IOException {
    assertThat(ran.count(DELIVERED)).isEqualTo(rows);
    assertThat(ran.code()).isZero();
    assertThat(Files.size(ran.output().resolve("shot-01.mp4"))).isGreaterThanOrEqualTo(CLIP_BYTES);
  }

  /** With fewer rows all are sent before the first can be done. */
  private static void checkThatClipsCameWhileRowsWereSent(Ran ran) {
    List<Instant> sent = new ArrayList<>();
    List<Instant> delivered = new ArrayList<>();
    ran.queries()
        .values()
        .forEach(
            view -> {
              sent.add(Objects.requireNonNull(view.attempt()).intendedAt());
              delivered.add(view.changedAt());
            });
    Instant lastSent = sent.stream().max(Instant::compareTo).orElseThrow();
    assertThat(delivered.stream().filter(lastSent::isAfter).count()).isGreaterThan(100);
  }

  /** From the provider's last word to the clip on disk: the quickest there was. */
  private static double oneDownload(Ran ran) {
    return ran.queries().values().stream()
            .map(
                view ->
                    Duration.between(
                        Objects.requireNonNull(Objects.requireNonNull(view.attempt()).endedAt()),
                        view.changedAt()))
            .min(Duration::compareTo)
            .orElseThrow()
            .toMillis()
        / 1e3;
  }
}
