package dev.dailies.job;

import dev.dailies.SimulatorRecords;
import dev.dailies.SimulatorRecords.Counts;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A run against a simulator of its own, with the simulator's side of it.
 *
 * @param counts how often the simulator was asked for what
 * @param duplicates tasks that it made once too often
 * @param seconds how long the run took
 */
record SimulatedRun(Ran ran, Counts counts, int duplicates, double seconds) {

  /**
   * Runs a job.
   *
   * @param settings of the simulator
   */
  static SimulatedRun spend(
      Path folder, Map<String, String> settings, UnaryOperator<Rehearsal> job) {
    try (Simulator simulator = Simulator.start(SimulatorSetup.of(settings), 0)) {
      String url = simulator.baseUrl().toString();
      Rehearsal rehearsal = job.apply(new Rehearsal(folder, url));
      try (JobContext context = rehearsal.open()) {
        long start = System.nanoTime();
        Ran ran = rehearsal.run(context);
        double seconds = (System.nanoTime() - start) / 1e9;
        var records = new SimulatorRecords(url);
        return new SimulatedRun(ran, records.counts(), records.duplicates(), seconds);
      }
    }
  }

  /** The attempts that the provider took. */
  Stream<SentAttempt> taken() {
    return ran.queries().values().stream()
        .map(view -> Objects.requireNonNull(view.attempt()))
        .filter(SentAttempt::wasTaken);
  }

  /** From the provider's last word to the clip on disk: the quickest there was, in seconds. */
  double oneDelivery() {
    return ran.queries().values().stream()
            .filter(view -> !view.outputs().isEmpty())
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
