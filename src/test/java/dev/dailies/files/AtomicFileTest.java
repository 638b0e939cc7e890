package dev.dailies.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  private final Path folder;
  private final Path file;

  AtomicFileTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file = Files.writeString(folder.resolve("results.csv"), "old");
  }

  @Test
  void leavesTheOldFileUntilItIsPublished() throws IOException {
    try (AtomicFile fresh = AtomicFile.open(file)) {
      fresh.writer().write("new");
      fresh.sync();
      assertThat(file).hasContent("old");

      fresh.publish();
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void vanishesWhenItIsNotPublished() throws IOException {
    try (AtomicFile fresh = AtomicFile.open(file)) {
      fresh.writer().write("new");
    }

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void followsNoLinkThatStandsInItsPlace() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
    Files.createSymbolicLink(folder.resolve(".results.csv.tmp"), elsewhere);

    try (AtomicFile fresh = AtomicFile.secret(file)) {
      fresh.writer().write("new");
      fresh.sync();
      fresh.publish();
    }

    assertThat(elsewhere).hasContent("mine");
    assertThat(file).hasContent("new").isRegularFile();
  }
}
