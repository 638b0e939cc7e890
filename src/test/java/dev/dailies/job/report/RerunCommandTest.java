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

  private CommandLine commandLine(Map<String, String> flags) throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\n");
    return RerunCommand.of(JobSetup.load(Target.of("shots.csv", folder), flags));
  }

  @Test
  void namesTheFolderAlone() throws IOException {
    assertThat(commandLine(Map.of("dailies.output", "out/x", "dailies.limit", "3")).folder())
        .isEqualTo("out/x");
  }

  @Test
  void tellsNobodyWhereAFolderIsThatLiesElsewhere() throws IOException {
    assertThat(commandLine(Map.of("dailies.output", "/srv/of-mine/night")).folder())
        .isEqualTo("night");
  }
}
