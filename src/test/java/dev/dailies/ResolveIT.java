package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task in doubt is settled by the commands that Dailies itself names. */
class ResolveIT {

  private final Sandbox simulator = new Sandbox("generation-time=200ms", "lose-answer-share=1");
  private final Workspace rig;

  ResolveIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-hidden");
  }

  @AfterEach
  void endAll() {
    rig.close();
    simulator.close();
  }

  @Test
  void settlesADoubtWithTheTicketThatTheProviderHas() {
    rig.shots("shots.csv", 1);
    Ended run = rig.run(Cometapi.run(simulator.url()));
    assertThat(run.exit()).as("%s", run).isEqualTo(12);
    assertThat(run.out())
        .containsPattern("Next: .* explain shots.csv s-001 .*where to look")
        .containsPattern("sent 20.+ to cometapi, perhaps \\$0.32.*: \"the fox of s-001\"")
        .containsPattern("look in the task log of CometAPI.+")
        .containsPattern(
            "then .+ resolve shots.csv s-001 --adopt TICKET .*or --resubmit, or --give-up");

    Ended explained = rig.run(Cometapi.command("explain", "out", simulator.url(), "s-001"));
    assertThat(explained.exit()).as("%s", explained).isZero();
    assertThat(explained.out())
        .contains("s-001 is in doubt")
        .contains("Look in the task log of CometAPI's console")
        .contains(" resolve shots.csv s-001 --adopt TICKET --output=out --provider=cometapi ");

    String ticket = simulator.records().ticketsByPrompt().values().iterator().next().get(0);
    Ended resolved =
        rig.run(Cometapi.command("resolve", "out", simulator.url(), "s-001", "--adopt", ticket));
    assertThat(resolved.exit()).as("%s", resolved).isZero();
    assertThat(resolved.out()).contains("s-001: taken to be").contains(" run shots.csv --output=");

    Ended next = rig.run(Cometapi.run(simulator.url()));
    assertThat(next.exit()).as("%s", next).isZero();
    assertThat(Outcome.of(rig.path("out"), simulator.records())).isEqualTo(new Outcome(1, 0, 0, 0));
    assertThat(simulator.creates()).isEqualTo(1);
    assertThat(rig.said()).doesNotContain("sk-hidden");
  }

  @Test
  void refusesWhatIsNotInDoubt() {
    rig.shots("shots.csv", 1);

    Ended nothing = rig.run("resolve", "shots.csv", "s-001", "--resubmit");

    assertThat(nothing.exit()).as("%s", nothing).isEqualTo(2);
    assertThat(nothing.err().lines()).singleElement().asString().contains("nothing was run yet");
  }
}
