package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.kill.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task in doubt is settled by the commands that Dailies itself names. */
class ResolveChainTest {

  @AutoClose
  private final Sandbox simulator = new Sandbox("generation-time=200ms", "lose-answer-share=1");

  private final Workspace rig;
  private final Desk desk;

  ResolveChainTest(@TempDir Path folder) {
    rig = new Workspace(folder);
    desk = new Desk(rig);
  }

  @BeforeEach
  void writeManifest() {
    rig.shots("shots.csv", 1);
  }

  @Test
  void settlesADoubtWithTheTicketThatTheProviderHas() {
    Typed run = type("run");
    assertThat(run.code()).as("%s", run).isEqualTo(12);
    assertThat(run.out())
        .containsPattern(
            "s-001  in doubt: sent .+ to cometapi, perhaps \\$0.32: \"the fox of s-001\"\n")
        .containsPattern("1 doubt to settle: .+ resolve \\S*out\n")
        .containsPattern("Next: .+ resolve \\S*out\n");

    Typed explained = type("explain", "s-001");
    assertThat(explained.code()).as("%s", explained).isZero();
    assertThat(explained.out())
        .contains("s-001 is in doubt")
        .contains(
            "The clip may exist.\n        Open " + simulator.url() + "/simulator/journal and look")
        .contains(" resolve %s s-001 --adopt TICKET\n".formatted(rig.path("out")));

    String ticket = simulator.records().ticketsByPrompt().values().iterator().next().get(0);
    Typed resolved = type("resolve", "s-001", "--adopt", ticket);
    assertThat(resolved.code()).as("%s", resolved).isZero();
    assertThat(resolved.out())
        .contains("s-001 now follows ticket " + ticket + " (")
        .contains(" run " + rig.path("out"));

    Typed next = type("run");
    assertThat(next.code()).as("%s", next).isZero();
    assertThat(Outcome.of(rig.path("out"), simulator.records())).isEqualTo(new Outcome(1, 0, 0, 0));
    assertThat(simulator.creates()).isEqualTo(1);
    assertThat(desk.said()).doesNotContain("sk-hidden");
  }

  @Test
  void refusesWhatIsNotInDoubt() {
    Typed nothing = desk.type("resolve", "shots.csv", "s-001", "--resubmit");

    assertThat(nothing.code()).as("%s", nothing).isEqualTo(2);
    assertThat(nothing.err().lines()).singleElement().asString().contains("nothing was run yet");
  }

  private Typed type(String command, String... arguments) {
    String key = Cometapi.setting(desk.keyFile("sk-hidden"));
    String[] more = Stream.concat(Stream.of(arguments), Stream.of(key)).toArray(String[]::new);
    return desk.type(Cometapi.command(command, "out", simulator.url(), more));
  }
}
