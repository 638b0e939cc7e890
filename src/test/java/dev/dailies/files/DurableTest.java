package dev.dailies.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {

  private @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void replacesAFileWhereNoFolderCanBeSynced() throws IOException {
    AtomicFile.replace(UnsyncedFolders.of(folder).resolve("job"), "one");
    AtomicFile.replace(UnsyncedFolders.of(folder).resolve("job"), "two");

    assertThat(folder.resolve("job")).hasContent("two");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void renamesAFolderWhereNoFolderCanBeSynced() throws IOException {
    Path unsynced = UnsyncedFolders.of(folder);
    Files.createDirectory(folder.resolve("copy.new"));

    Durable.rename(unsynced.resolve("copy.new"), unsynced.resolve("copy-1"));

    assertThat(folder.resolve("copy-1")).isDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhyAFolderIsNotOnTheDisk() {
    assertThatThrownBy(() -> Durable.forceFolder(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
