package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After {@code kill -9} nothing but the start of a program keeps the next run waiting. */
@Tag("bench")
class NextStartIT {

  private static final Duration BUDGET = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROUNDS = 5;

  private final Sandbox simulator = new Sandbox("generation-time=1h");
  private final Workspace rig;

  NextStartIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-test");
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  /**
   * Whether a run is turned away is settled once it holds the folder. At work it is sooner with an
   * archive of its classes, which is what the schedules name.
   */
  @Test
  void worksWithinThreeSeconds() throws IOException {
    rig.shots("shots.csv", 3);
    startAndKill(Jar.packaged());
    Jar scheduled = scheduled();

    List<Start> plain = new ArrayList<>();
    List<Start> asScheduled = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      plain.add(startAndKill(Jar.packaged()));
      asScheduled.add(startAndKill(scheduled));
    }

    System.out.println("plain java -jar: " + plain);
    System.out.println("as the schedules have it: " + asScheduled);
    assertThat(plain).allSatisfy(start -> assertThat(start.held()).isLessThan(BUDGET));
    assertThat(asScheduled.stream().map(Start::atWork).sorted().toList().get(ROUNDS / 2))
        .isLessThan(BUDGET);
    assertThat(simulator.creates()).isEqualTo(3);
  }

  /** With an archive that is made as the schedules say. */
  private Jar scheduled() {
    Path archive = rig.path("dailies.jsa");
    Ended made = rig.run(Jar.packaged("-XX:ArchiveClassesAtExit=" + archive), "plan", "shots.csv");
    assertThat(archive).as("%s", made).exists();
    return Jar.packaged("-XX:SharedArchiveFile=" + archive);
  }

  /** How long it took until the folder was the run's, and until it said that it has its tasks. */
  private Start startAndKill(Jar jar) throws IOException {
    Path status = rig.path("out/.dailies/status.json");
    Files.deleteIfExists(status);
    JarProcess run = rig.start(jar, Cometapi.run(simulator.url()));
    Duration held = ageWhen(rig.path("out/.dailies/lock"), "process " + run.pid() + " ", run);
    Duration atWork = ageWhen(status, "\"SUBMITTED\":3", run);
    run.kill();
    return new Start(held, atWork);
  }

  private static Duration ageWhen(Path file, String words, JarProcess run) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(PATIENCE)
        .until(() -> Files.exists(file) && Files.readString(file).contains(words));
    return run.age();
  }

  private record Start(Duration held, Duration atWork) {}
}
