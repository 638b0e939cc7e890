package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run with thousands of rows gets by with 48 MB, simulator and all, and holds none of them. */
@Tag("bench")
@Timeout(1800)
class SmallHeapBenchTest {

  private static final int ROWS = 5_000;

  @TempDir Path folder;

  @Test
  void sendsThousandsOfRows() throws Exception {
    Files.writeString(folder.resolve("shots.csv"), manifest());
    long start = System.nanoTime();

    int code = run().start().waitFor();

    String said = Files.readString(folder.resolve("out.txt"));
    assertThat(code).as(said).isZero();
    assertThat(said).contains(ROWS + " delivered");
    System.out.printf(
        "%d rows delivered in %.0f s in a heap of 48 MB, %d full collections%n",
        ROWS, (System.nanoTime() - start) / 1e9, fullCollections());
  }

  private static String manifest() {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj("shot-%1$04d,a fox crosses road %1$d,https://example.org/fox.jpg"::formatted)
        .collect(Collectors.joining("\n", "id,prompt,image\n", "\n"));
  }

  private ProcessBuilder run() {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-Xlog:gc:gc.log",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.dailies.cli.Dailies",
            "run",
            "shots.csv",
            "--provider",
            "simulator",
            "--dailies.providers.simulator.generation-time=1s",
            "--dailies.providers.simulator.submit-rate=20/s")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile());
  }

  private long fullCollections() throws IOException {
    return Files.readAllLines(folder.resolve("gc.log")).stream()
        .filter(line -> line.contains("Pause Full"))
        .count();
  }
}
