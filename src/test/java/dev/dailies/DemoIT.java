package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start of the README, by its very commands, without a key. */
@Order(2)
class DemoIT {

  private static final Duration BUDGET = Duration.ofSeconds(6);

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
    Ended first = demo();

    int rows = Outcome.results(rig.path("out/demo")).size();
    assertThat(rows).isGreaterThan(10);
    assertThat(first.out())
        .contains(rows + " delivered in ")
        .contains("Every row is delivered.")
        .contains("Next: ");
    assertThat(Outcome.results(rig.path("out/demo")))
        .allMatch(row -> row.get("state").equals("DELIVERED"))
        .allSatisfy(row -> assertThat(clip(row)).isNotEmptyFile());
    assertThat(rig.path("out/demo/report.html")).isNotEmptyFile();

    long logged = log().lines().count();
    Typed second = new Desk(rig).type("run", "jobs/demo.yaml");

    assertThat(second.code()).as("%s", second).isZero();
    assertThat(second.out()).contains("Nothing to do");
    assertThat(log().lines().skip(logged)).noneMatch(DemoIT::tellsOfARequest);
  }

  /** A noisy machine only ever makes a run slower, so the best of three counts. */
  @Test
  @Tag("bench")
  void endsWithinSecondsWhenNothingIsToDo() {
    demo();

    List<Duration> took = Stream.generate(this::demo).limit(3).map(Ended::took).sorted().toList();

    System.out.println("a run with nothing to do took " + took);
    assertThat(took.get(0)).isLessThan(BUDGET);
  }

  private Ended demo() {
    Ended run = rig.run(Jar.packaged(), "run", "jobs/demo.yaml");
    assertThat(run.exit()).as("%s", run).isZero();
    return run;
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
}
