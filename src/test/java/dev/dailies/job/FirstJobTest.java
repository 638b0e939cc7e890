package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.TextWorkflow;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.settings.FirstJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person who has nothing yet: three answers, and a plan that holds. */
class FirstJobTest {

  @TempDir Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void asksThreeQuestionsAndEndsWithTheNextCommand() throws IOException {
    Typed typed =
        FrontDoor.answer(
            path("shots.csv") + "\nnobody\n\n" + path("out/it's tonight") + "\n",
            "init",
            path("dailies.yaml"));

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.err())
        .isEqualTo(
            "Shot list, yours or a new one [shots.csv]: "
                + "Provider: cometapi, comfyui, generator, runway, simulator [simulator]: "
                + "There is no provider 'nobody'; type one of cometapi, comfyui, generator, runway,"
                + " simulator [simulator]: "
                + "Output folder [out/shots]: ");
    assertThat(typed.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            Wrote shots.csv: two shots to begin with; put your own in their place
            Wrote dailies.yaml: the job; its provider is simulator
            Next: dailies plan dailies.yaml
            """);
    assertThat(Files.readString(folder.resolve("dailies.yaml")))
        .isEqualTo(
            """
            # Paths are relative to this file.
            dailies:
              manifest: shots.csv
              output: 'out/it''s tonight'
              provider: simulator
            """);
    assertThat(FrontDoor.type("plan", path("dailies.yaml")).code()).isZero();
  }

  static Stream<String> providers() {
    return FirstJob.providers().stream();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void isPlannedWithoutAnErrorAtEveryProvider(String provider) throws IOException {
    Files.writeString(folder.resolve("text.json"), TextWorkflow.JSON);
    String[] needed =
        FirstJob.firstSetting(provider)
            .filter(setting -> setting.usual().isEmpty())
            .map(setting -> new String[] {"--" + setting.name(), path("text.json")})
            .orElse(new String[0]);

    Typed init = FrontDoor.type(words(provider, needed));
    Typed plan = FrontDoor.type("plan", path("jobs/first.yaml"));

    assertThat(init.code()).as("%s", init).isZero();
    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).doesNotContain("error", "warning").contains("2 ");
    assertThat(folder.resolve("out/shots/.dailies")).exists();
  }

  private String[] words(String provider, String... needed) {
    return Stream.concat(
            Stream.of("init", path("jobs/first.yaml"), "-m", path("shots.csv"), "-p", provider),
            Stream.concat(Stream.of("-o", path("out/shots")), Stream.of(needed)))
        .toArray(String[]::new);
  }

  @Test
  void runsARehearsalWithoutAnyKey() {
    FrontDoor.type(words("simulator"));

    Typed run =
        FrontDoor.type(
            "run", path("jobs/first.yaml"), "--dailies.providers.simulator.generation-time=1s");

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(run.out()).contains("2 delivered");
  }

  @Test
  void takesTheListThatIsThere() throws IOException {
    String mine = "Shot,Description\nA,A fox\n";
    Files.writeString(folder.resolve("shots.csv"), mine);

    Typed init = FrontDoor.type(words("cometapi"));

    assertThat(init.out()).contains("shots.csv is there, and stays as it is");
    assertThat(init.out()).contains("Set COMETAPI_KEY to your key before a run");
    assertThat(folder.resolve("shots.csv")).hasContent(mine);
  }

  @Test
  void writesOverNothing() throws IOException {
    FrontDoor.type(words("simulator"));
    String before = Files.readString(folder.resolve("jobs/first.yaml"));

    Typed again = FrontDoor.type(words("cometapi"));

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("is there already, and stays as it is");
    assertThat(folder.resolve("jobs/first.yaml")).hasContent(before);
  }

  @Test
  void writesNothingThatCannotBePlanned() {
    assertThat(FrontDoor.type(words("comfyui")).err()).contains("--workflow is missing");
    assertThat(FrontDoor.type(words("comfyui", "--workflow", path("no.json"))).err())
        .contains("no.json");
    assertThat(FrontDoor.type(words("cometapy")).err()).contains("did you mean cometapi?");
    assertThat(
            FrontDoor.type("init", path("jobs/first.yaml"), "-m", "https://a.example/s.csv").err())
        .contains("a list on the web needs no job file");
    assertThat(FrontDoor.answer("", "init", path("jobs/first.yaml")).code()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }
}
