package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Rig rig;

  NextStartIT(@TempDir Path folder) {
    rig = new Rig(folder).with("COMETAPI_KEY", "sk-test");
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  /** A noisy machine only ever makes a start slower, so the best counts. */
  @Test
  void worksWithinThreeSeconds() throws IOException {
    rig.shots("shots.csv", 3);
    startAndKill(Jar.quick());

    List<Duration> plain = new ArrayList<>();
    List<Duration> quick = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      plain.add(startAndKill(Jar.packaged()));
      quick.add(startAndKill(Jar.quick()));
    }

    System.out.println("first status of plain java -jar after " + plain);
    System.out.println("first status with an archive of classes after " + quick);
    assertThat(Collections.min(quick)).isLessThan(BUDGET);
    assertThat(simulator.creates()).isEqualTo(3);
  }

  /** How long the run took to say that it looks after all three tasks. */
  private Duration startAndKill(Jar jar) throws IOException {
    Path status = rig.path("out/.dailies/status.json");
    Files.deleteIfExists(status);
    JarProcess run = rig.start(jar, Cometapi.run(simulator.url()));
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(PATIENCE)
        .until(() -> Files.exists(status) && Files.readString(status).contains("\"SUBMITTED\":3"));
    Duration age = run.age();
    run.kill();
    return age;
  }
}
