package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manifest of any size is planned in little memory. */
@Tag("bench")
@Timeout(600)
class PlanBenchTest {

  private static final int ROWS = 200_000;

  @TempDir Path folder;

  @Test
  void plansManyRowsInLittleMemory() throws Exception {
    writeManifest();
    double first = plan();
    double again = plan();
    System.out.printf(
        "%d rows planned in %.1f s, %.0f rows/s; unchanged in %.1f s%n",
        ROWS, first, ROWS / first, again);

    assertThat(Files.readString(folder.resolve("out.txt")))
        .contains(ROWS + " rows, all valid.")
        .contains("To send: " + ROWS + " takes");
    assertThat(again).isLessThan(first);
  }

  private void writeManifest() throws IOException {
    try (BufferedWriter manifest = Files.newBufferedWriter(folder.resolve("shots.csv"))) {
      manifest.write("id,prompt,image,model,duration,ratio\n");
      for (int row = 1; row <= ROWS; row++) {
        manifest.write(
            "shot-%06d,\"A cat yawns, take %d\",https://example.org/cats/%d.jpg,gen3a_turbo,5,1280:720%n"
                .formatted(row, row, row));
      }
    }
  }

  /** Plans in a process of its own, and says how many seconds it took from start to end. */
  private double plan() throws IOException, InterruptedException {
    ProcessBuilder plan =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.dailies.cli.Dailies",
                "plan",
                "shots.csv",
                "--provider",
                "cometapi")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile());
    long start = System.nanoTime();
    int code = plan.start().waitFor();
    assertThat(code).as(Files.readString(folder.resolve("out.txt"))).isZero();
    return (System.nanoTime() - start) / 1e9;
  }
}
