package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrongly is said in one line, and nothing happens. */
class UsageIT {

  private final Workspace rig;

  UsageIT(@TempDir Path folder) {
    rig = new Workspace(folder).with("COMETAPI_KEY", "sk-hidden");
  }

  @BeforeEach
  void writeFiles() {
    rig.shots("shots.csv", 1);
    rig.write("job.yaml", "dailies:", "  manifest: shots.csv", "  provider: cometapi");
    rig.write("empty.yaml", "dailies:", "  provider: cometapi");
  }

  @AfterEach
  void killAll() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({
    "run shots.csv --outptu=x, unknown argument '--outptu=x'",
    "run shots.csv --dailies.limt=2, there is no setting dailies.limt",
    "run shots.csv --dailes.limit=2, there is no setting dailes.limit",
    "run shots.csv --dailies.no.limit=2, there is no setting dailies.no.limit",
    "run shots.csv --dailies.providers.cometapi.api-key=k, can be read by everybody",
    "run shots.csv --dailies.providers.cometapi.window=0, window must be 1 or more",
    "run nowhere.csv, nowhere.csv does not exist",
    "run empty.yaml, names no manifest",
    "run shots.csv -p nobody, there is no provider 'nobody'",
    "run, Missing required parameter",
    "rnu shots.csv, Unmatched argument",
    "simulate --port 70000, 70000",
    "simulate --generation-tme=1s, there is no setting generation-tme",
  })
  void saysInOneLineWhatIsWrong(String command, String complaint) {
    Ended ended = rig.run(command.split(" "));

    assertThat(ended.exit()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
    assertThat(rig.path("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://example.com, write https://",
    "api-key-file, nokey.txt, nokey.txt",
  })
  void endsWith2WhenAProviderCannotBeSetUp(String setting, String value, String complaint) {
    Ended ended = rig.run("run", "job.yaml", Cometapi.setting(setting + "=" + value));

    assertThat(ended.exit()).as("%s", ended).isEqualTo(2);
    assertThat(ended.out() + ended.err())
        .contains("dailies.providers.cometapi." + setting)
        .contains(complaint);
  }

  @Test
  void tellsWhereAnErrorCameFromWhenAsked() {
    Ended ended = rig.run("run", "shots.csv", "-p", "nobody", "--verbose");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("\tat dev.dailies.");
  }

  @Test
  void tellsWhereEachSettingComesFrom() {
    rig.with("DAILIES_LIMIT", "7");

    Ended config = rig.run("config", "job.yaml", "--window=3");

    assertThat(config.exit()).as("%s", config).isZero();
    assertThat(config.out().lines())
        .anyMatch(line -> line.matches("dailies.provider = cometapi .*job.yaml.*3:.*"))
        .anyMatch(line -> line.matches("dailies.limit = 7 .*DAILIES_LIMIT.*"))
        .anyMatch(line -> line.matches("dailies.providers.cometapi.window = 3 .*command line.*"))
        .anyMatch(line -> line.matches("dailies.stop-timeout = PT10S .*default.*"))
        .anyMatch(line -> line.startsWith("dailies.providers.cometapi.api-key = ***"));
    assertThat(rig.said()).doesNotContain("sk-hidden");
  }

  @Test
  void saysThatNothingWasRunYet() {
    Ended status = rig.run("status", "shots.csv");

    assertThat(status.exit()).isZero();
    assertThat(status.out()).isEqualToIgnoringNewLines("Nothing was run yet");
    assertThat(rig.path("out")).doesNotExist();
  }
}
