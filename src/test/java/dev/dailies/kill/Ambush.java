package dev.dailies.kill;

import dev.dailies.JarProcess;
import dev.dailies.SimulatorRecords;
import dev.dailies.SimulatorRecords.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/** Waits until a run is in a phase, and then for a random moment in it. */
final class Ambush {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SimulatorRecords simulator;
  private final Path statusFile;
  private final Random random;

  /** How long the last run took from its start to its first status. */
  private Duration start = Duration.ofSeconds(2);

  Ambush(SimulatorRecords simulator, Path statusFile, Random random) {
    this.simulator = simulator;
    this.statusFile = statusFile;
    this.random = random;
  }

  /** What a run that is about to start must move, to show where it is. */
  Traces before() {
    return new Traces(simulator.counts(), statusTime());
  }

  /** Returns when the moment is there, or when the run has ended before. */
  void await(Phase phase, JarProcess run, Traces before) {
    switch (phase) {
      case STARTING -> pause(run, (int) start.toMillis());
      case RECOVERING -> {
        awaitStatus(run, before);
        pause(run, 600);
      }
      case SUBMITTING -> awaitCount(run, Counts::creates, before, 3);
      case POLLING -> awaitCount(run, Counts::looks, before, 10);
      case DOWNLOADING -> awaitCount(run, Counts::downloads, before, 3);
      case ENDING -> {
        awaitStatus(run, before);
        pause(run, 1000);
        run.terminate();
        pause(run, 800);
      }
    }
  }

  private void awaitStatus(JarProcess run, Traces before) {
    until(run, () -> !statusTime().equals(before.status()));
    start = run.age();
  }

  private void awaitCount(JarProcess run, ToIntFunction<Counts> count, Traces before, int atMost) {
    int enough = count.applyAsInt(before.counts()) + 1 + random.nextInt(atMost);
    until(run, () -> count.applyAsInt(simulator.counts()) >= enough);
    pause(run, 100);
  }

  private static void until(JarProcess run, BooleanSupplier sign) {
    while (run.isAlive() && !sign.getAsBoolean()) {
      run.waitFor(LOOK_AGAIN);
      if (run.age().compareTo(PATIENCE) > 0) {
        run.kill();
        throw new AssertionError("the run did not come so far\n" + run.await());
      }
    }
  }

  private void pause(JarProcess run, int atMostMillis) {
    run.waitFor(Duration.ofNanos(random.nextLong(atMostMillis * 1_000_000L)));
  }

  private FileTime statusTime() {
    try {
      return Files.exists(statusFile)
          ? Files.getLastModifiedTime(statusFile)
          : FileTime.fromMillis(0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** How things stood before a run. */
  record Traces(Counts counts, FileTime status) {}
}
