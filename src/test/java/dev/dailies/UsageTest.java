package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrongly is said in one line, and nothing happens. */
class UsageTest {

  private final Workspace rig;
  private final Desk desk;

  UsageTest(@TempDir Path folder) {
    rig = new Workspace(folder);
    desk = new Desk(rig);
  }

  @BeforeEach
  void writeFiles() {
    rig.shots("shots.csv", 1);
    rig.write(
        "job.yaml",
        "dailies:",
        "  manifest: shots.csv",
        "  provider: cometapi",
        "  providers.cometapi.api-key: sk-hidden");
    rig.write("empty.yaml", "dailies:", "  provider: cometapi");
  }

  @ParameterizedTest
  @CsvSource({
    "run shots.csv --outptu=x, there is no flag --outptu; did you mean --output?",
    "run --limt 3 shots.csv, there is no flag --limt; did you mean --limit?",
    "run shots.csv --limit three, '--limit: ''three'' is not a number'",
    "run shots.csv --limit -1, '--limit: must be 0 or more'",
    "run shots.csv --time-limit 6, '--time-limit: ''6'' has no unit; write 6h, 30m or 90s'",
    "run shots.csv --time-limit soon, '--time-limit: ''soon'' is not a time; write 6h, 30m or 90s'",
    "run shots.csv --dailies.stop-timeout=5, '--dailies.stop-timeout: ''5'' has no unit'",
    "run shots.csv --dailies.providers.cometapi.grace=5, grace: '5' has no unit",
    "run shots.csv --dailies.limt=2, there is no setting dailies.limt; did you mean dailies.limit?",
    "run shots.csv --dailes.limit=2, there is no setting dailes.limit",
    "run shots.csv --dailies.no.limit=2, there is no setting dailies.no.limit",
    "run shots.csv --dailies.providers.cometapi.api-key=k, can be read by everybody",
    "run shots.csv --dailies.providers.cometapi.window=0, 'window: must be 1 or more, not 0'",
    "run nowhere.csv, nowhere.csv does not exist",
    "run empty.yaml, names no manifest",
    "run shots.csv -p nobody, there is no provider 'nobody'",
    "run, name a job file (*.yaml)",
    "rnu shots.csv, there is no command rnu; did you mean run?",
    "simulate --port 70000, 70000",
    "simulate --generation-tme=1s, there is no setting generation-tme; did you mean"
        + " generation-time?",
    "simulate --generation-time=5, '''5'' has no unit'",
    "simulate --balance=$20, '--balance: ''$20'' is not a number, as in 0.25'",
    "simulate --balance=-1, '--balance: must be 0 or more, not -1'",
    "simulate --concurrency=1.5, '--concurrency: ''1.5'' is not a number'",
    "simulate --price-factor=dear, '--price-factor: ''dear'' is not a number'",
  })
  void saysInOneLineWhatIsWrong(String command, String complaint) {
    Typed typed = desk.type(command.split(" "));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines()).singleElement().asString().contains(complaint);
    assertThat(rig.path("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://example.com, write https://",
    "api-key-file, nokey.txt, nokey.txt",
  })
  void endsWith2WhenAProviderCannotBeSetUp(String setting, String value, String complaint) {
    Typed typed = desk.type("run", "job.yaml", Cometapi.setting(setting + "=" + value));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.out() + typed.err())
        .contains("dailies.providers.cometapi." + setting)
        .contains(complaint)
        .doesNotContain("sk-hidden");
  }

  @Test
  void tellsWhereAnErrorCameFromWhenAsked() {
    Typed typed = desk.type("run", "shots.csv", "-p", "nobody", "--verbose");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("\tat dev.dailies.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "status", "deliver", "retry", "fetch", "report"})
  void onlyWhatSendsTellsInItsHelpHowMuchIsSent(String command) {
    assertThat(desk.type("run", "--help").out()).contains("--admission", "--rate", "--limit");

    assertThat(desk.type(command, "--help").out())
        .contains("--output")
        .doesNotContain("--admission", "--rate", "--window", "--limit");
  }

  @Test
  void whatTheHelpLeavesOutIsStillUnderstood() {
    assertThat(desk.type("status", "shots.csv", "--limit=2", "--rate=1/s").code()).isZero();
  }

  @Test
  void saysThatNothingWasRunYet() {
    Typed status = desk.type("status", "shots.csv");

    assertThat(status.code()).isZero();
    assertThat(status.out()).startsWith("Nothing was run yet\nNext: dailies plan ");
    assertThat(rig.path("out")).doesNotExist();
  }
}
