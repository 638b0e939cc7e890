package dev.dailies.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.Ended;
import dev.dailies.Sandbox;
import dev.dailies.SimulatorRecords.Create;
import dev.dailies.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    List<String> all =
        new ArrayList<>(List.of("generation-time=100ms", "jitter=0", "clip-size=300KB"));
    all.addAll(List.of(settings));
    this.simulator = new Sandbox(all.toArray(String[]::new));
  }

  /** What the scene's command comes by if nothing happens to it. */
  List<KillPoint> points(KillScene scene) {
    try (Workspace rig = rig(scene)) {
      MortalJob job = new MortalJob(rig, simulator.url(), scene);
      assertThatItEnds(job.run(NOWHERE, scene.command()), 0, 3, 8, 12);
      WriteOrder.assertThatNothingRunsAhead(scene.trace().plus(job.trace()));
      return job.trace().points();
    }
  }

  /** What a run leaves that died at the point: nobody has run it again. */
  KillScene leftBy(KillPoint point) {
    return left(KillScene.FIRST_RUN, point.toString(), KillPoint.DEATH);
  }

  /** What is left of a run that died at the point and was run again. */
  KillScene settledAfter(KillPoint point) {
    return settledAfter(KillScene.FIRST_RUN, point);
  }

  /** What is left of the scene's command, which died at the point, and of a run after it. */
  KillScene settledAfter(KillScene scene, KillPoint point) {
    return left(leftBy(scene, point), NOWHERE, 12);
  }

  /** What the scene's command leaves, which dies at the point. */
  KillScene leftBy(KillScene scene, KillPoint point) {
    return left(scene, point.toString(), KillPoint.DEATH);
  }

  /** What the scene's command leaves if nothing happens to it. */
  KillScene leftBy(KillScene scene) {
    return left(scene, NOWHERE, 0, 3);
  }

  /** The same, once the simulator hides nothing any more of what it has made. */
  KillScene onceShown(KillScene scene) {
    await()
        .untilAsserted(
            () -> scene.creates().forEach(made -> simulator.records().clip(made.ticket())));
    return scene;
  }

  private KillScene left(KillScene scene, String last, Integer... exits) {
    Path left = folder.resolve("left-" + jobs);
    try (Workspace rig = rig(scene)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url(), scene);
      assertThatItEnds(job.run(last, scene.command()), exits);
      copy(job.output(), left);
      return scene.then(left, allSince(made, scene), scene.trace().plus(job.trace()));
    }
  }

  /** Lets the scene's command die there, then has it done again, and then the job finished. */
  KillPointTally die(KillScene scene, KillPoint point) {
    long began = System.nanoTime();
    try (Workspace rig = rig(scene)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url(), scene);
      Ended death = job.run(point.toString(), scene.command());
      assertThatItEnds(death, 0, 3, 8, 12, KillPoint.DEATH);
      if (!scene.isRun()) {
        assertThatItEnds(job.run(NOWHERE, scene.command()), 0, 2);
      }
      Ended end = job.run();
      Aftermath aftermath =
          Aftermath.of(job.output(), simulator.records(), allSince(made, scene), scene);
      assertThatItEnds(end, aftermath.exit());
      Trace trace = scene.trace().plus(job.trace());
      OpenIntents.assertThatDoubtsAre(aftermath.doubts(), trace);
      WriteOrder.assertThatNothingRunsAhead(trace);
      boolean reached = death.exit() == KillPoint.DEATH;
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

  /** All that was made for the scene's job, of which the last came after so many others. */
  private List<Create> allSince(int made, KillScene scene) {
    List<Create> all = creates();
    return Stream.concat(scene.creates().stream(), all.stream().skip(made)).toList();
  }

  private List<Create> creates() {
    return simulator.records().creates();
  }

  private Workspace rig(KillScene scene) {
    Path fresh = folder.resolve("job-" + jobs++);
    try {
      Files.createDirectories(fresh);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    if (scene.output() != null) {
      copy(scene.output(), fresh.resolve("out"));
    }
    return new Workspace(fresh);
  }

  private static void copy(Path from, Path to) {
    try {
      FileSystemUtils.copyRecursively(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
