package dev.dailies.job.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.settings.JobFiles;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  private @TempDir Path folder;

  @Test
  void isNotHeldByAProcessThatIsOnlyNamedInTheLock() throws IOException {
    long living = ProcessHandle.current().pid();
    Path inner = Files.createDirectories(folder.resolve(JobFiles.INNER));
    Files.writeString(inner.resolve("lock"), "process " + living + ", started long ago");

    try (OutputFolder held = OutputFolder.lock(folder)) {
      assertThat(held.path()).isEqualTo(folder);
      assertThatThrownBy(() -> OutputFolder.lock(folder))
          .isInstanceOf(OutputFolderHeldException.class)
          .hasMessageContaining("process " + living)
          .hasMessageNotContaining("long ago");
    }
  }

  @Test
  void cannotBeWhereNothingCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> OutputFolder.lock(file.resolve("out")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("cannot use the output folder " + file);
  }
}
