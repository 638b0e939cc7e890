package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.SimulatorRecords.Counts;
import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run comes to, and that the next command goes on from there. */
class ExitTest {

  private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

  @AutoClose private final Sandbox simulator = new Sandbox("generation-time=500ms");
  private final Workspace rig;
  private final Desk desk;

  ExitTest(@TempDir Path folder) {
    rig = new Workspace(folder);
    desk = new Desk(rig);
  }

  @Test
  void endsWith8AtTheLimitAndGoesOn() {
    rig.shots("shots.csv", 5);

    Typed first = run("--limit=2");
    assertThat(first.code()).as("%s", first).isEqualTo(8);
    assertThat(first.out())
        .contains("3 not sent, 2 delivered")
        .contains("\n3 takes are left, ", "; the next run sends them all, or 2 with --limit=2.\n")
        .containsPattern("Next: .* run " + rig.path("out") + "\n");
    assertThat(simulator.creates()).isEqualTo(2);

    Typed second = run("--limit=1", "--ok-exit=3,8");
    assertThat(second.code()).as("%s", second).isZero();
    assertThat(second.out()).contains("The limit of 1 submission is reached.");

    Typed third = run();
    assertThat(third.code()).as("%s", third).isZero();
    assertThat(Outcome.of(rig.path("out"), simulator.records())).isEqualTo(new Outcome(5, 0, 0, 0));
    assertThat(simulator.creates()).isEqualTo(5);

    Typed status = type("status", "out");
    assertThat(status.code()).as("%s", status).isZero();
    assertThat(status.out()).contains("No run is under way").contains("5 delivered");
  }

  @Test
  void endsWith2AndListsAllThatIsWrongWithTheManifest() {
    rig.write(
        "shots.csv",
        "id,prompt,image,model,duration,ratio",
        "good,A fox,https://example.com/a.jpg,gen3a_turbo,5,1280:768",
        "a b,A fox,ftp://example.com/a.jpg,gen3a_turbo,5,1280:768",
        "odd,A fox,https://example.com/a.jpg,gen3a_turbo,7,3:1",
        "good,A fox,https://example.com/a.jpg,gen3a_turbo,5,1280:768");

    Typed run = run();

    assertThat(run.code()).as("%s", run).isEqualTo(2);
    assertThat(run.out().lines().filter(line -> line.startsWith("shots.csv:")))
        .satisfiesExactly(
            line -> assertThat(line).matches("shots.csv:3: error: image 'ftp://.+': .+; give .+"),
            line -> assertThat(line).matches("shots.csv:4: error: duration '7': .+; use .+"),
            line -> assertThat(line).matches("shots.csv:4: error: ratio '3:1': .+; use .+"),
            line -> assertThat(line).matches("shots.csv:5: error: id 'good': line 2 .+; give .+"));
    assertThat(run.out()).contains("Next: correct what is listed above");
    assertThat(simulator.records().counts()).isEqualTo(NOTHING);
  }

  @Test
  void sendsNothingInADryRun() {
    rig.shots("shots.csv", 5);

    Typed dry = run("--dry-run");

    assertThat(dry.code()).as("%s", dry).isZero();
    assertThat(dry.out()).contains("To send: 5 takes, $1.60.");
    assertThat(simulator.records().counts()).isEqualTo(NOTHING);
    assertThat(rig.path("out/results.csv")).doesNotExist();
  }

  @Test
  void keepsSimulatedAndRealTasksInFoldersOfTheirOwn() {
    rig.shots("shots.csv", 1);
    String quick = "--dailies.providers.simulator.generation-time=0s";

    Typed simulated = desk.type("run", "shots.csv", "-p", "simulator", "--output=out", quick);
    assertThat(simulated.code()).as("%s", simulated).isZero();
    rig.shots("shots.csv", 2);
    assertThatItIsRefused(run());

    Typed real = type("run", "real");
    assertThat(real.code()).as("%s", real).isZero();
    rig.shots("shots.csv", 3);
    assertThatItIsRefused(desk.type("run", "shots.csv", "-p", "simulator", "--output=real", quick));
    assertThat(simulator.creates()).isEqualTo(2);
  }

  private static void assertThatItIsRefused(Typed run) {
    assertThat(run.code()).as("%s", run).isEqualTo(2);
    assertThat(run.out()).contains("choose another --output");
  }

  private Typed run(String... more) {
    return type("run", "out", more);
  }

  private Typed type(String command, String output, String... more) {
    String key = Cometapi.setting(desk.keyFile("sk-test"));
    String[] flags = Stream.concat(Stream.of(more), Stream.of(key)).toArray(String[]::new);
    return desk.type(Cometapi.command(command, output, simulator.url(), flags));
  }
}
