package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords.Create;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Lets commands die at their points, one after the other, beside one simulator. */
final class KillPoints implements AutoCloseable {

  private static final String NOWHERE = "";

  private final Path folder;
  private final Sandbox simulator;
  private int jobs;

  /**
   * Begins with a simulator of its own.
   *
   * @param settings of the simulator, as in {@code admit=1/s}
   */
  KillPoints(Path folder, String... settings) {
    this.folder = folder;
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("generation-time=100ms", "jitter=0", "clip-size=300KB"));
    this.simulator = new Sandbox(all.toArray(String[]::new));
  }

  /** What the scene's command comes by if nothing happens to it. */
  List<Crossing> points(KillScene scene) {
    try (Rig rig = rig(scene)) {
      MortalJob job = new MortalJob(rig, simulator.url());
      assertThatItEnds(job.run(NOWHERE, scene.command()), 0, 3, 12);
      WriteOrder.assertThatNothingRunsAhead(scene.trace().plus(job.trace()));
      return job.trace().points();
    }
  }

  /** What a run leaves that died at the point: nobody has run it again. */
  KillScene leftBy(Crossing point) {
    return left(point, false);
  }

  /** What is left of a run that died at the point and was run again. */
  KillScene settledAfter(Crossing point) {
    return left(point, true);
  }

  private KillScene left(Crossing point, boolean runAgain) {
    Path left = folder.resolve("left-" + jobs);
    try (Rig rig = rig(KillScene.FIRST_RUN)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url());
      assertThatItEnds(job.run(point.toString(), KillScene.FIRST_RUN.command()), Crossing.DEATH);
      if (runAgain) {
        assertThatItEnds(job.run(), 12);
      }
      copy(job.output(), left);
      return KillScene.of(left, since(made), job.trace());
    }
  }

  /** Lets the scene's command die there, then has it done again, and then the job finished. */
  KillPointTally die(KillScene scene, Crossing point) {
    long began = System.nanoTime();
    try (Rig rig = rig(scene)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url());
      Ended death = job.run(point.toString(), scene.command());
      assertThatItEnds(death, 0, 3, 12, Crossing.DEATH);
      if (!scene.isRun()) {
        assertThatItEnds(job.run(NOWHERE, scene.command()), 0, 2);
      }
      Ended end = job.run();
      List<Create> creates = new ArrayList<>(scene.creates());
      creates.addAll(since(made));
      Aftermath aftermath = Aftermath.of(job.output(), simulator.records(), creates, scene.again());
      assertThatItEnds(end, aftermath.exit());
      Trace trace = scene.trace().plus(job.trace());
      OpenIntents.assertThatDoubtsAre(aftermath.doubts(), trace);
      WriteOrder.assertThatNothingRunsAhead(trace);
      boolean reached = death.exit() == Crossing.DEATH;
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return KillPointTally.of(aftermath, scene.isRun() ? 2 : 3, reached, took);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }

  private static void assertThatItEnds(Ended end, Integer... exits) {
    assertThat(end.exit()).as(end::toString).isIn((Object[]) exits);
  }

  private List<Create> since(int made) {
    List<Create> all = creates();
    return List.copyOf(all.subList(made, all.size()));
  }

  private List<Create> creates() {
    return simulator.records().creates();
  }

  private Rig rig(KillScene scene) {
    Path fresh = folder.resolve("job-" + jobs++);
    try {
      Files.createDirectories(fresh);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    if (scene.output() != null) {
      copy(scene.output(), fresh.resolve("out"));
    }
    return new Rig(fresh);
  }

  private static void copy(Path from, Path to) {
    try {
      FileSystemUtils.copyRecursively(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
