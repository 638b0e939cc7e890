package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.job.folder.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivacyTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseSeesTheLedger(@TempDir Path folder) throws IOException {
    try (OutputFolder held = OutputFolder.lock(folder.resolve("out"))) {
      assertThat(Files.getPosixFilePermissions(held.inner()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
