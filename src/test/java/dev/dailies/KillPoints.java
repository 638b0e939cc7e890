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
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Lets commands die at their points, one after the other, beside one simulator. */
final class KillPoints implements AutoCloseable {

  private final Path folder;
  private final Sandbox simulator;
  private int jobs;

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
      Ended end = command(job, "", scene);
      assertThat(end.exit()).as("%s", end).isIn(0, 3, 12);
      WriteOrder.assertThatNothingRunsAhead(scene.trace().plus(job.trace()));
      return job.trace().points();
    }
  }

  /** The scene that a run leaves which died at a point and, if so wanted, was run again. */
  KillScene after(Crossing point, boolean runAgain) {
    Path left = folder.resolve("left-" + jobs);
    try (Rig rig = rig(KillScene.FIRST_RUN)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url());
      Ended death = job.run(point.toString(), "run");
      assertThat(death.exit()).as("%s", death).isEqualTo(137);
      if (runAgain) {
        assertThat(job.run("", "run").exit()).isIn(3, 12);
      }
      copy(job.output(), left);
      List<Create> creates = List.copyOf(creates().subList(made, creates().size()));
      return new KillScene("", left, creates, job.trace(), Map.of(), "run");
    }
  }

  /** Lets the scene's command die there, then has it done again, and then the job finished. */
  KillPointTally die(KillScene scene, Crossing point) {
    long began = System.nanoTime();
    try (Rig rig = rig(scene)) {
      int made = creates().size();
      MortalJob job = new MortalJob(rig, simulator.url());
      Ended death = command(job, point.toString(), scene);
      assertThat(death.exit()).as("%s: %s", point, death).isIn(0, 3, 12, 137);
      boolean isRun = scene.command()[0].equals("run");
      if (!isRun) {
        Ended again = command(job, "", scene);
        assertThat(again.exit()).as("%s: %s", point, again).isIn(0, 2);
      }
      Ended end = job.run("", "run");
      List<Create> creates = new ArrayList<>(scene.creates());
      creates.addAll(creates().subList(made, creates().size()));
      Aftermath aftermath = Aftermath.of(job.output(), simulator.records(), creates, scene.again());
      assertThat(end.exit())
          .as("%s: %s", point, end)
          .isEqualTo(aftermath.doubts().isEmpty() ? 3 : 12);
      Trace trace = scene.trace().plus(job.trace());
      OpenIntents.assertThatDoubtsAre(aftermath.doubts(), trace);
      WriteOrder.assertThatNothingRunsAhead(trace);
      return new KillPointTally(
          1,
          isRun ? 2 : 3,
          death.exit() == 137 ? 1 : 0,
          aftermath.duplicates(),
          aftermath.lost(),
          aftermath.doubts().size(),
          aftermath.wrongFiles(),
          Duration.ofNanos(System.nanoTime() - began));
    }
  }

  @Override
  public void close() {
    simulator.close();
  }

  private static Ended command(MortalJob job, String last, KillScene scene) {
    String[] words = scene.command();
    String[] arguments = new String[words.length - 1];
    System.arraycopy(words, 1, arguments, 0, arguments.length);
    return job.run(last, words[0], arguments);
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
