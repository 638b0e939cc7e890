package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process shows of the command line: its streams, its environment, its folder. */
class UsageIT {

  private final Workspace rig;

  UsageIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-hidden");
  }

  @BeforeEach
  void writeFiles() {
    rig.shots("shots.csv", 1);
    rig.write("job.yaml", "dailies:", "  manifest: shots.csv", "  provider: cometapi");
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    Ended ended = rig.run("run", "shots.csv", "-p", "nobody");

    assertThat(ended.exit()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("there is no provider 'nobody'");
    assertThat(rig.path("out")).doesNotExist();
  }

  @Test
  void tellsWhereEachSettingComesFrom() {
    rig.with("DAILIES_LIMIT", "7");

    Ended config = rig.run("config", "job.yaml", "--window=3");

    assertThat(config.exit()).as("%s", config).isZero();
    assertThat(config.out().lines())
        .anyMatch(line -> line.matches("dailies.provider = cometapi .*job.yaml, line 3.*"))
        .anyMatch(line -> line.matches("dailies.limit = 7 .*DAILIES_LIMIT.*"))
        .anyMatch(line -> line.matches("dailies.providers.cometapi.window = 3 .*command line.*"))
        .anyMatch(line -> line.matches("dailies.stop-timeout = 10s .*default.*"))
        .anyMatch(line -> line.startsWith("dailies.providers.cometapi.api-key = ***"));
    assertThat(rig.said()).doesNotContain("sk-hidden");
  }
}
