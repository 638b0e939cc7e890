package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job is the same whoever's shell it is typed in. */
class LocaleIT {

  @AutoClose private final Workspace rig;

  LocaleIT(@TempDir Path folder) {
    rig = new Workspace(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=ar -Duser.country=EG -Duser.timezone=Africa/Cairo",
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=th -Duser.country=TH -Duser.variant=TH -Duser.timezone=Asia/Bangkok",
        "" // from cron, with an empty environment
      })
  void whatIsDoneInOneIsKnownInAnother(String options) {
    rig.shots("shots.csv", 2);
    String[] words = {
      "run",
      "shots.csv",
      "--provider=simulator",
      "--output=out",
      "--dailies.providers.simulator.generation-time=50ms",
      "--dailies.providers.simulator.poll-interval=50ms"
    };

    Ended run = rig.bare().run(in(options), words);
    Typed verify = new Desk(rig).type("verify", "shots.csv", "--output=out");

    assertThat(run.exit()).as("%s", run).isZero();
    assertThat(verify.code()).as("%s", verify).isZero();
    assertThat(rig.text("out/.dailies/db/seal")).matches("[ -~\\n]+");
    assertThat(rig.text("out/.dailies/journal")).matches("[ -~\\n]+");
    assertThat(rig.text("out/summary.json")).matches("(?s)[ -~\\n]+");
    assertThat(rig.text("out/s-001.json")).doesNotContainPattern("[\\x{660}-\\x{669}]");
    assertThat(rig.text("out/results.csv")).contains("s-001", "2026").doesNotContain("2569");
  }

  private static Jar in(String options) {
    List<String> command = new ArrayList<>(Jar.quick().command());
    command.addAll(1, List.of(options.split(" ")).stream().filter(o -> !o.isEmpty()).toList());
    return new Jar(command);
  }
}
