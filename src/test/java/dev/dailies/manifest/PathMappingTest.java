package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMappingTest {

  private @TempDir Path folder;
  private Path jobs;

  @BeforeEach
  void fill() throws IOException {
    jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.createDirectories(folder.resolve("out/night"));
    Files.write(
        jobs.resolve("cat.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
  }

  private String led(PathMapping way, String column, String cell) {
    return String.valueOf(way.lead(Rows.with(column, cell)).get(column));
  }

  @ParameterizedTest
  @CsvSource({
    "image, cat.png, ../../jobs/cat.png",
    "video, ../gone.mp4, ../../jobs/../gone.mp4",
    "references, 'cat.png | https://a.example/1.png|cat.png', '../../jobs/cat.png |"
        + " https://a.example/1.png|../../jobs/cat.png'",
    "options.end, cat.png, ../../jobs/cat.png",
  })
  void leadsFromTheOutputFolderToTheSameFile(String column, String cell, String led) {
    assertThat(led(PathMapping.between(folder.resolve("out/night"), jobs), column, cell))
        .isEqualTo(led);
  }

  @ParameterizedTest
  @CsvSource({
    "image, https://a.example/1.png",
    "image, 'data:image/png;base64,AAAA'",
    "image, a.example/1.png",
    "image, /etc/cat.png",
    "prompt, cat.png",
    "options.mode, fast",
  })
  void leavesAloneWhatIsNoRelativePath(String column, String cell) {
    assertThat(led(PathMapping.between(folder.resolve("out/night"), jobs), column, cell))
        .isEqualTo(cell);
  }

  @Test
  void isNoneForAManifestInTheOutputFolder() {
    assertThat(led(PathMapping.between(jobs, jobs), "image", "../cat.png")).isEqualTo("../cat.png");
  }

  @Test
  void leadsThroughNoLink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("out"));
    PathMapping way = PathMapping.between(link.resolve("night"), jobs);

    String led = led(way, "image", "cat.png");

    assertThat(way.ledgerInputs().of(led)).isInstanceOf(Input.LocalFile.class);
    assertThat(link.resolve("night").resolve(led)).exists();
  }
}
