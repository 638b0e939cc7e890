package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.job.folder.OutputFolder;
import dev.dailies.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder may be called whatever the file system takes. */
@Isolated("reads the log of this process")
class OddFolderTest {

  @AutoClose private final StubbedApi api = new StubbedApi();

  @ParameterizedTest
  @ValueSource(strings = {"50% off, a;b", "shots (final ${x}", "#1!ü{} ..."})
  void aJobRunsInAFolderOfAnyName(String name, @TempDir Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name));
    Rehearsal job = new Rehearsal(folder, api.baseUrl()).createsItsLedger().rows(1);

    assertThat(job.run().code()).isZero();
    assertThat(job.run().code()).isZero();

    assertThat(api.posts()).hasSize(1);
    assertThat(job.file("shot-01.mp4")).exists();
    assertThat(job.file(".dailies/db/ledger.script")).exists();
    assertThat(Files.readString(job.file(".dailies/logs/dailies.log"))).contains("INFO");
    assertThat(parent).isDirectoryContaining(only -> only.equals(folder));
  }

  /** As from cron, where Java can spell ASCII alone; here by bytes that are no UTF-8. */
  @Test
  void aNameThatJavaCannotSpellIsRefusedBeforeAnythingIsWritten(@TempDir Path parent) {
    Path folder = Path.of(URI.create(parent.toUri() + "Flu%DF"));

    assertThatThrownBy(() -> OutputFolder.lock(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("cannot use the output folder " + parent)
        .hasMessageEndingWith("put LC_ALL=C.UTF-8 in front of the command");
    assertThat(parent).isEmptyDirectory();
  }
}
