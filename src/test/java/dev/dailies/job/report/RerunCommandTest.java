package dev.dailies.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.RunFacts.CommandLine;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunCommandTest {

  @TempDir private Path folder;

  private CommandLine commandLine(String target, Map<String, String> flags) throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    Files.writeString(folder.resolve("night.yaml"), "dailies:\n  manifest: shots.csv\n");
    return new RerunCommand(JobSetup.load(Target.of(target, folder), flags)).commandLine();
  }

  @Test
  void keepsTheFlagsThatSayWhichFolderAndWhichProvider() throws IOException {
    CommandLine words =
        commandLine(
            "shots.csv",
            Map.of(
                "dailies.output", "out/x", "dailies.provider", "cometapi", "dailies.limit", "3"));

    assertThat(words.target()).isEqualTo("shots.csv");
    assertThat(words.flags()).containsExactly("--output=out/x", "--provider=cometapi");
    assertThat(words.rejects())
        .containsExactly("out/x/rejects.csv", "--output=out/x", "--provider=cometapi");
  }

  @Test
  void givesAJobFileItsRejectsAsAnotherManifest() throws IOException {
    assertThat(commandLine("night.yaml", Map.of()).rejects())
        .containsExactly(
            "night.yaml", "--dailies.manifest=out/night/rejects.csv", "--output=out/night");
  }

  @Test
  void tellsNoSecrets() throws IOException {
    CommandLine words =
        commandLine(
            "shots.csv",
            Map.of(
                "dailies.providers.cometapi.api-key", "sk-hidden",
                "dailies.providers.comfyui.headers.X-Pass", "sk-hidden"));

    assertThat(words.flags()).noneMatch(flag -> flag.contains("sk-hidden"));
    assertThat(words.rejects()).noneMatch(flag -> flag.contains("sk-hidden"));
  }
}
