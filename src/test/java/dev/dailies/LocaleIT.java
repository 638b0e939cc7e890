package dev.dailies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
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
        "-Duser.language=th -Duser.country=TH -Duser.variant=TH -Duser.timezone=Asia/Bangkok"
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
    assertThatStateIsAscii();
    assertThat(rig.text("out/s-001.json")).doesNotContainPattern("[\\x{660}-\\x{669}]");
    assertThat(rig.text("out/results.csv")).contains("s-001", year(0)).doesNotContain(year(543));
  }

  private void assertThatStateIsAscii() {
    assertThat(rig.text("out/.dailies/db/seal")).matches("[ -~\\n]+");
    assertThat(rig.text("out/.dailies/journal")).matches("[ -~\\n]+");
    assertThat(rig.text("out/summary.json")).matches("(?s)[ -~\\n]+");
  }

  /** Of our calendar, or of the Buddhist one, which is 543 years ahead. */
  private static String year(int ahead) {
    return Year.now(ZoneOffset.UTC).plusYears(ahead) + "-";
  }

  /** From cron, with an empty environment, Java can spell ASCII alone. */
  @Test
  void namesInAnyLanguageWorkFromCron() throws IOException {
    rig.bring("sample-data").with("RUNWAYML_API_SECRET", "key_test");
    rig.write(
        "Größe 猫/shots.csv",
        "id,prompt,image,model,duration,ratio",
        "a,größe 猫,stills/grün.png,gen4_turbo,5,960:960",
        "b,plain,https://example.org/a.jpg,gen4_turbo,5,960:960");
    Path still = rig.path("Größe 猫/stills/grün.png");
    Files.createDirectories(still.getParent());
    Files.move(rig.path("sample-data/images/lantern.png"), still);
    try (Sandbox simulator = new Sandbox("generation-time=50ms")) {
      String[] words = {
        "run",
        "Größe 猫/shots.csv",
        "--provider=runway",
        "--output=out",
        "--dailies.output-name={prompt:40}",
        "--dailies.providers.runway.base-url=" + simulator.url(),
        "--dailies.providers.runway.poll-interval=50ms"
      };

      Ended run = rig.bare().run(in(""), words);

      assertThat(run.exit()).as("%s", run).isZero();
      assertThat(run.out()).contains("2 delivered");
      assertThatStateIsAscii();
      try (var files = Files.list(rig.path("out"))) {
        assertThat(files.map(file -> file.getFileName().toString()).toList())
            .anyMatch(name -> name.contains("größe") && name.endsWith(".mp4"))
            .anyMatch(name -> name.contains("größe") && name.endsWith(".json"));
      }
      Ended refused = rig.run(in(""), "run", words[1], "--output=Größe 猫/out");
      assertThat(refused.exit()).as("%s", refused).isEqualTo(2);
      assertThat(refused.err()).contains("/Größe 猫/out: ", "put LC_ALL=C.UTF-8 in front of the");
      assertThat(rig.path("Größe 猫/out")).doesNotExist();
      assertThat(new Desk(rig).type("verify", "Größe 猫/shots.csv", "--output=out").code()).isZero();
    }
  }

  private static Jar in(String options) {
    List<String> command = new ArrayList<>(Jar.quick().command());
    command.addAll(1, List.of(options.split(" ")).stream().filter(o -> !o.isEmpty()).toList());
    return new Jar(command);
  }
}
