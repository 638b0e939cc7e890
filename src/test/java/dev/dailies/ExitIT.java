package dev.dailies;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.SimulatorRecords.Counts;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run ends with, and that the next command goes on from there. */
class ExitIT {

  private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

  private final Sandbox simulator = new Sandbox("generation-time=500ms");
  private final Workspace rig;

  ExitIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-test");
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  @Test
  void endsWith4AndFailsNothingWhenTheKeyIsWrong() {
    rig.shots("shots.csv", 5);
    var server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    String refusal = "{\"error\":{\"message\":\"Invalid token\",\"type\":\"comet_api_error\"}}";
    server.stubFor(any(anyUrl()).willReturn(jsonResponse(refusal, 401)));
    server.start();
    try {
      Ended run = rig.run(Cometapi.run(server.baseUrl()));
      assertThat(run.exit()).as("%s", run).isEqualTo(4);
      assertThat(run.out()).contains("5 planned").contains("Next: mend the key");
      assertThat(server.getAllServeEvents()).hasSizeBetween(1, 2);
    } finally {
      server.stop();
    }
    assertThat(Outcome.results(rig.path("out")))
        .allMatch(row -> row.get("state").equals("PLANNED"));
    assertThat(rig.text("out/failures.csv").lines()).hasSize(1);
  }

  @Test
  void endsWith8AtTheLimitAndGoesOn() {
    rig.shots("shots.csv", 5);

    Ended first = rig.run(Cometapi.run(simulator.url(), "--limit=2"));
    assertThat(first.exit()).as("%s", first).isEqualTo(8);
    assertThat(first.out())
        .contains("3 planned, 2 delivered")
        .contains(" run shots.csv --provider=cometapi --output=out ");
    assertThat(simulator.creates()).isEqualTo(2);

    Ended second = rig.run(Cometapi.run(simulator.url(), "--limit=1", "--ok-exit=3,8"));
    assertThat(second.exit()).as("%s", second).isZero();
    assertThat(second.out()).contains("Exit 8");

    Ended third = rig.run(Cometapi.run(simulator.url()));
    assertThat(third.exit()).as("%s", third).isZero();
    assertThat(Outcome.of(rig.path("out"), simulator.records())).isEqualTo(new Outcome(5, 0, 0, 0));
    assertThat(simulator.creates()).isEqualTo(5);
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

    Ended run = rig.run(Cometapi.run(simulator.url()));

    assertThat(run.exit()).as("%s", run).isEqualTo(2);
    assertThat(run.out().lines().filter(line -> line.startsWith("shots.csv:")))
        .satisfiesExactly(
            line -> assertThat(line).matches("shots.csv:3: error: id 'a b': .+; use .+"),
            line -> assertThat(line).matches("shots.csv:3: error: image 'ftp://.+': .+; give .+"),
            line -> assertThat(line).matches("shots.csv:4: error: duration '7': .+; use .+"),
            line -> assertThat(line).matches("shots.csv:4: error: ratio '3:1': .+; use .+"),
            line -> assertThat(line).matches("shots.csv:5: error: id 'good': line 2 .+; give .+"));
    assertThat(run.out()).contains("Next: mend what is listed above");
    assertThat(simulator.records().counts()).isEqualTo(NOTHING);
  }

  @Test
  void sendsNothingInADryRun() {
    rig.shots("shots.csv", 5);

    Ended dry = rig.run(Cometapi.run(simulator.url(), "--dry-run"));

    assertThat(dry.exit()).as("%s", dry).isZero();
    assertThat(dry.out()).contains("cometapi: 5 tasks to send, $1.60").contains("20/s");
    assertThat(simulator.records().counts()).isEqualTo(NOTHING);
    assertThat(rig.path("out/results.csv")).doesNotExist();
  }

  @Test
  void keepsSimulatedAndRealTasksInFoldersOfTheirOwn() {
    rig.shots("shots.csv", 1);
    String quick = "--dailies.providers.simulator.generation-time=0s";

    Ended simulated = rig.run("run", "shots.csv", "-p", "simulator", "-o", "out", quick);
    assertThat(simulated.exit()).as("%s", simulated).isZero();
    rig.shots("shots.csv", 2);
    assertThatItIsRefused(rig.run(Cometapi.run(simulator.url())));

    Ended real = rig.run(Cometapi.command("run", "real", simulator.url()));
    assertThat(real.exit()).as("%s", real).isZero();
    rig.shots("shots.csv", 3);
    assertThatItIsRefused(rig.run("run", "shots.csv", "-p", "simulator", "-o", "real", quick));
    assertThat(simulator.creates()).isEqualTo(2);
  }

  private static void assertThatItIsRefused(Ended run) {
    assertThat(run.exit()).as("%s", run).isEqualTo(2);
    assertThat(run.out()).contains("choose another --output");
  }
}
