package dev.dailies.report;

import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dailies.ledger.TaskView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures the heap of this process")
class FlatMemoryTest {

  private static final int MANY = 100_000;

  /** Enough to see 40 bytes that are kept of each (16,000 in a part). */
  private static final int SOME = 50_000;

  private final Path folder;
  private final FilledLedger ledger = new FilledLedger();

  FlatMemoryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  @Tag("bench")
  void reportsTwentyThousandTasksInSeconds() throws IOException {
    ledger.plan(
        IntStream.range(0, 20_000).mapToObj(n -> row(n + 2, shot("s" + n, 1, "p"))).toList());

    assertTimeout(Duration.ofSeconds(20), () -> Written.by(ledger, folder));

    try (Stream<String> lines = Files.lines(folder.resolve("results.csv"))) {
      assertThat(lines).hasSize(20_001);
    }
  }

  @Test
  void takesNoMoreMemoryForMoreTasks() throws IOException {
    Endless endless = new Endless(ledger);

    new Reports(endless, ledger.plans, ledger.doubts, folder, column -> column.equals("Scene"))
        .write(Written.FACTS);

    assertThat(endless.growth).isLessThan(40L * Endless.PART);
    try (Stream<String> lines = Files.lines(folder.resolve("report.html"))) {
      assertThat(lines.filter(line -> line.startsWith("{\"name\""))).hasSize(SOME);
    }
  }

  /** All four files in a process that could not hold the tasks. */
  @Test
  @Tag("bench")
  void aSmallHeapIsEnoughForAHundredThousandTasks() throws Exception {
    for (int count : new int[] {1_000, MANY}) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx24m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ManyTasks.class.getName(),
                  Integer.toString(count),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      System.out.printf("%d tasks in a heap of 24 MB, %s bytes used%n", count, said.strip());
    }
  }

  /**
   * Measures what is kept of the tasks all the same, in three parts of each reading. What is kept
   * of every task grows in all three; what else this process does meanwhile hardly in two.
   */
  private static final class Endless extends ManyTasks {

    private static final int FIRST = 2_000;
    private static final int PART = (SOME - FIRST) / 3;

    private final long[] grown = new long[3];
    private long before;
    private long growth;

    Endless(FilledLedger ledger) {
      super(ledger, SOME);
    }

    @Override
    public void forEach(Consumer<TaskView> reader) {
      super.forEach(reader);
      Arrays.sort(grown);
      growth = Math.max(growth, grown[1]);
    }

    @Override
    void handOver(int n, Consumer<TaskView> reader) {
      super.handOver(n, reader);
      int more = n + 1 - FIRST;
      if (more < 0 || more % PART != 0) {
        return;
      }
      long now = keptBytes();
      if (more > 0) {
        grown[more / PART - 1] = now - before;
      }
      before = now;
    }

    private static long keptBytes() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
