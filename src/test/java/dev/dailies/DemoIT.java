package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.kill.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The quick start of the README, by its very commands, without a key. */
@Isolated("it measures a time")
@Order(2)
class DemoIT {

  private static final Duration BUDGET = Duration.ofSeconds(6);
  private static final Duration ON_A_BUSY_MACHINE = Duration.ofSeconds(40);

  private final Workspace rig;

  DemoIT(@TempDir Path folder) {
    rig = new Workspace(folder).bring("jobs").bring("sample-data");
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @Test
  void deliversEveryRowAndThenHasNothingToDo() {
    Ended first = rig.run(Jar.packaged(), "run", "jobs/demo.yaml");

    assertThat(first.exit()).as("%s", first).isZero();
    int rows = Outcome.results(rig.path("out/demo")).size();
    assertThat(rows).isGreaterThan(10);
    assertThat(first.out()).contains(rows + " delivered in ").contains("Exit 0").contains("Next: ");
    assertThat(Outcome.results(rig.path("out/demo")))
        .allMatch(row -> row.get("state").equals("DELIVERED"))
        .allSatisfy(row -> assertThat(clip(row)).isNotEmptyFile());
    assertThat(rig.path("out/demo/report.html")).isNotEmptyFile();

    long logged = log().lines().count();
    Ended second = rig.run(Jar.packaged(), "run", "jobs/demo.yaml");

    assertThat(second.exit()).as("%s", second).isZero();
    assertThat(second.out()).contains("nothing to do");
    assertThat(log().lines().skip(logged)).noneMatch(DemoIT::tellsOfARequest);
    Duration limit = isBusy() ? ON_A_BUSY_MACHINE : BUDGET;
    assertThat(shortest(second.took(), limit)).isLessThan(limit);
  }

  /** A noisy machine only ever makes a run slower, so the best of three counts. */
  private Duration shortest(Duration took, Duration limit) {
    Duration best = took;
    for (int again = 2; again <= 3 && best.compareTo(limit) >= 0; again++) {
      Duration next = rig.run(Jar.packaged(), "run", "jobs/demo.yaml").took();
      best = next.compareTo(best) < 0 ? next : best;
    }
    System.out.println("nothing to do took " + best.toMillis() + " ms");
    return best;
  }

  private Path clip(CSVRecord row) {
    return rig.path("out/demo").resolve(row.get("files"));
  }

  private String log() {
    return rig.text("out/demo/.dailies/logs/dailies.log");
  }

  private static boolean tellsOfARequest(String line) {
    return line.contains("-> simulator") || line.contains("Saved[");
  }

  private static boolean isBusy() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system.getSystemLoadAverage() > system.getAvailableProcessors();
  }
}
