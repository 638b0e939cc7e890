package dev.dailies.job.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.settings.JobFiles;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void noticesThatItsLockFilesWereRemovedOrReplaced() throws IOException {
    for (String name : List.of("lock", "held")) {
      try (OutputFolder held = OutputFolder.lock(folder)) {
        assertThat(held.isStillHeld()).isTrue();
        Path lock = held.inner().resolve(name);
        Files.delete(lock);
        assertThat(held.isStillHeld()).isFalse();

        // The other one keeps a newcomer out.
        assertThatThrownBy(() -> OutputFolder.lock(folder))
            .isInstanceOf(OutputFolderHeldException.class);
        assertThat(held.isStillHeld()).isFalse();
      }
    }
  }

  @Test
  void aPlantedLinkIsNotFollowed() throws IOException {
    Path target = Files.writeString(folder.resolve("precious"), "text");
    Path inner = Files.createDirectories(folder.resolve(JobFiles.INNER));
    for (String name : List.of("lock", "held")) {
      Path link = Files.createSymbolicLink(inner.resolve(name), target);
      assertThatThrownBy(() -> OutputFolder.lock(folder))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(name + " in it is a link: remove it");
      Files.delete(link);
    }
    assertThat(target).hasContent("text");

    Path elsewhere = folder.resolve("other");
    Files.createDirectories(elsewhere);
    Files.createSymbolicLink(
        elsewhere.resolve(JobFiles.INNER), Files.createDirectory(folder.resolve("planted")));
    assertThatThrownBy(() -> OutputFolder.lock(elsewhere))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(".dailies in it is a link");
    assertThat(folder.resolve("planted")).isEmptyDirectory();
  }
}
