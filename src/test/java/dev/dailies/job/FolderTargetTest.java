package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Settings;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The output folder is the job: it knows its manifest, its job file and its flags. */
class FolderTargetTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void writeRows() throws IOException {
    job = new Rehearsal(folder, api.baseUrl()).rows(2).keyFile();
  }

  private String output() {
    return job.output().toString();
  }

  @Test
  void knowsItsManifestAndItsFlags() {
    Typed first = job.type("run");

    Typed again = FrontDoor.type("run", output());

    assertThat(first.code()).as("%s", first).isZero();
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.out()).contains("Nothing to do");
    assertThat(api.posts()).hasSize(2);
    assertThat(FrontDoor.type("status", output()).out()).contains("2 delivered");
    assertThat(FrontDoor.type("explain", output(), "shot-01").code()).isZero();
  }

  @Test
  void makesTheNextCommandShort() {
    api.creates("shot-01", StubbedApi.error(400, "no"));

    Typed run = job.type("run");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains(" run " + output())
        .doesNotContain("--dailies.", "--provider", "--output");
  }

  @Test
  void namesTheFlagThatIsMissingIfNoRowHasAProvider() {
    Typed typed = job.without("provider").type("run");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).containsPattern("Next: .* run .* -p NAME");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void remembersThePlanThatWasCorrected() {
    Typed refused = job.without("provider").type("plan");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).containsPattern("Next: \\S+ plan " + output() + " -p NAME\n");

    assertThat(FrontDoor.type("plan", output(), "-p", "cometapi").code()).isZero();

    assertThat(FrontDoor.type("plan", output()).out()).contains("2 rows, all valid.");
    assertThat(FrontDoor.type("run", output()).code()).isZero();
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void isMeantByItsManifestWhereACommandOnlyLooks() {
    String manifest = job.manifest().toString();
    FrontDoor.type("plan", manifest, "--provider=cometapi");

    Typed status = FrontDoor.type("status", manifest);

    String usual = job.manifest().resolveSibling("out").resolve("shots").toString();
    assertThat(status.out()).contains("2 not sent").contains("Next: ").contains(" run " + usual);
    assertThat(FrontDoor.type("run", manifest).code()).isEqualTo(2);
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void saysHowManyRowsHaveAMistake() {
    job.manifest("id,prompt,ratio", "a,A fox,16:9", "b,An owl,99:1", "c,An elk,9:1").type("plan");

    assertThat(FrontDoor.type("status", output()).out())
        .contains("1 not sent, 2 rows with a mistake")
        .doesNotContain("refused");
  }

  @Test
  void remembersARunRatherThanAPlanAfterIt() throws IOException {
    job.type("run");
    String afterRun = Files.readString(job.file(".dailies/last-run.json"));

    FrontDoor.type("plan", output(), "-p", "simulator");

    assertThat(job.file(".dailies/last-run.json")).hasContent(afterRun);
  }

  @Test
  void doesNotRememberALimitOfOneRunAndSaysWhatTheRestCosts() {
    Typed limited = job.type("run", "--limit=1");

    Typed rest = FrontDoor.type("run", output());

    assertThat(limited.code()).isEqualTo(8);
    assertThat(limited.out())
        .contains("\n1 take is left, $0.32.\n")
        .containsPattern("Next: .* run " + output() + "\n");
    assertThat(rest.code()).as("%s", rest).isZero();
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void writesNoSecretDown() throws IOException {
    job.set("providers.comfyui.headers.X-Pass", "let-me-in").type("run");

    assertThat(Files.readString(job.file(".dailies/last-run.json")))
        .contains("\"target\":\"../shots.csv\"")
        .doesNotContain("let-me-in");
  }

  @Test
  void takesNothingSecretFromAFolderThatSomebodyElseHasMade() throws IOException {
    job.type("run");
    Path memory = job.file(".dailies/last-run.json");
    String planted = "\"flags\":{\"dailies.ledger-url\":\"jdbc:x\",\"dailies.limit\":\"1\",";
    Files.writeString(memory, Files.readString(memory).replace("\"flags\":{", planted));

    JobSetup setup = JobSetup.load(Target.of("out", folder), Map.of());

    assertThat(setup.settings().ledgerUrl()).isNull();
    assertThat(setup.settings().limit()).isNull();
    assertThat(setup.settings().provider()).isEqualTo("cometapi");
  }

  @Test
  void takesAManifestInsideForAPartOfTheSameJob() throws IOException {
    job.type("run");
    Files.writeString(job.file("rejects.csv"), "id,prompt,image\n" + Rehearsal.row("extra") + "\n");

    Typed part = FrontDoor.type("run", job.file("rejects.csv").toString());
    Typed whole = FrontDoor.type("run", output());

    assertThat(part.code()).as("%s", part).isZero();
    assertThat(api.posts("extra")).isEqualTo(1);
    assertThat(whole.out()).contains("Nothing to do");
    assertThat(job.run().in(DELIVERED)).contains("shot-01", "shot-02");
  }

  @Test
  void mayMoveWithAllThatBelongsToIt() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("night.yaml"), "dailies:\n  manifest: shots.csv\n");
    Files.writeString(project.resolve("shots.csv"), "id,prompt\na,b\n");
    Files.writeString(project.resolve("flow.json"), "{}");
    FrontDoor.type("plan", project.resolve("night.yaml").toString(), "--provider=simulator");
    Path moved = Files.move(project, folder.resolve("moved"));

    JobSetup setup =
        JobSetup.load(Target.of("moved/out/night", folder), Map.of("dailies.limit", "7"));

    assertThat(setup.files().manifest()).isEqualTo(moved.resolve("shots.csv"));
    assertThat(setup.files().output()).isEqualTo(moved.resolve("out/night"));
    assertThat(setup.settings()).extracting(Settings::provider).isEqualTo("simulator");
  }

  @Test
  void saysWhatIsToBeNamedWhereNothingWasRun() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> Target.of("empty", folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("nothing was run in empty yet");
  }

  @Test
  void namesTheJobsBelowAFolderThatIsNone() throws IOException {
    Files.createDirectories(folder.resolve("nights/b/.dailies"));
    Files.createDirectories(folder.resolve("nights/notes"));
    assertThatThrownBy(() -> Target.of("nights/", folder))
        .isInstanceOf(SettingsException.class)
        .hasMessage("nights/ is no job's folder; did you mean nights/b?");

    Files.createDirectories(folder.resolve("nights/a/.dailies"));
    assertThatThrownBy(() -> Target.of("nights", folder))
        .hasMessage("nights holds several jobs' folders; name one of nights/a, nights/b");

    for (String name : List.of("c", "d", "e", "f")) {
      Files.createDirectories(folder.resolve("nights/" + name + "/.dailies"));
    }
    assertThatThrownBy(() -> Target.of("nights", folder))
        .hasMessageEndingWith("nights/d, nights/e, …");
  }

  @Test
  void saysHowAFolderComesBackThatHasLostItsMemory() throws IOException {
    job.type("run");
    FileSystemUtils.deleteRecursively(job.file(".dailies"));

    Typed typed = FrontDoor.type("run", output());

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("name its list: dailies recover LIST -o " + output());
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void isNotNeededWhereOneJobAloneLiesHere() throws IOException {
    assertThat(Target.of("", folder).name()).isEqualTo("shots.csv");
    Files.writeString(folder.resolve("a.yaml"), "");
    assertThat(Target.of("", folder).name()).isEqualTo("a.yaml");
    Files.writeString(folder.resolve("b.yml"), "");
    assertThatThrownBy(() -> Target.of("", folder)).hasMessageContaining("a.yaml, b.yml");
    Files.writeString(folder.resolve("dailies.yaml"), "");
    assertThat(Target.of("", folder).name()).isEqualTo("dailies.yaml");
  }

  @Test
  void saysWhichFolderOrFileWasMeant() throws IOException {
    job.type("run");

    assertThatThrownBy(() -> Target.of("uot", folder))
        .hasMessage("uot does not exist; did you mean out?");
    assertThatThrownBy(() -> Target.of("out/result.csv", folder))
        .hasMessage("out/result.csv does not exist; did you mean out/results.csv?");
    assertThatThrownBy(() -> Target.of("shot.csv", folder))
        .hasMessage("shot.csv does not exist; did you mean shots.csv?");
    assertThatThrownBy(() -> Target.of("tonight", folder))
        .hasMessage(
            "tonight does not exist; name a job file (*.yaml), a manifest or an output folder");
  }

  @Test
  void knowsAWordThatCanBeNoTarget() throws IOException {
    job.type("run");
    Files.createDirectory(folder.resolve("SC01"));

    assertThat(List.of("SC02_SH010A", "shot-01@2")).allMatch(word -> Target.isNone(word, folder));
    assertThat(List.of("", "SC01", "out", "uot", "ou/SC02", "gone.csv", "https://a.example/a"))
        .noneMatch(word -> Target.isNone(word, folder));
  }

  @Test
  void saysOfAPicksFileThatItIsNoList() throws IOException {
    job.type("run");
    Path picks =
        Files.writeString(job.file("picks-2026-11-30.json"), "{\"job\":\"x\",\"picks\":[]}");
    Path elsewhere = Files.copy(picks, folder.resolve("mine.json"));

    Typed run = FrontDoor.type("run", picks.toString());
    Typed plan = FrontDoor.type("plan", elsewhere.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "dailies: picks-2026-11-30.json is a picks file, not a list; take it over with:"
                + " dailies picks %s %s%n".formatted(output(), picks));
    assertThat(plan.err()).contains("with: dailies picks FOLDER " + elsewhere);
    assertThat(FrontDoor.type("status", output()).out()).contains("2 delivered");
  }
}
