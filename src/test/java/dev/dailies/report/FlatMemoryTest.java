package dev.dailies.report;

import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dailies.SmallHeap;
import dev.dailies.ledger.TaskView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryTest {

  private static final int MANY = 100_000;

  /** Enough to see a text that is kept of each. */
  private static final int SOME = 20_000;

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
  void takesNoMoreMemoryForMoreTasks() throws Exception {
    String growth = SmallHeap.run(Growth.class, 64, Integer.toString(SOME), folder.toString());

    assertThat(Integer.parseInt(growth)).isLessThan(10 * SOME);
    try (Stream<String> lines = Files.lines(folder.resolve("report.html"))) {
      assertThat(lines.filter(line -> line.startsWith("{\"name\""))).hasSize(SOME);
    }
  }

  /** All four files in a process that could not hold the tasks. */
  @Test
  @Tag("bench")
  void aSmallHeapIsEnoughForAHundredThousandTasks() throws Exception {
    for (int count : new int[] {1_000, MANY}) {
      String used = SmallHeap.run(ManyTasks.class, 24, Integer.toString(count), folder.toString());
      System.out.printf("%d tasks in a heap of 24 MB, %s bytes used%n", count, used);
    }
  }

  /** Measures what is kept of the tasks all the same. */
  static final class Growth extends ManyTasks {

    static final int FIRST = 2_000;

    private long before;
    private long growth;

    Growth(FilledLedger ledger, int count) {
      super(ledger, count);
    }

    /** The count, then the folder. */
    public static void main(String[] arguments) {
      try (FilledLedger ledger = new FilledLedger()) {
        Growth tasks = new Growth(ledger, Integer.parseInt(arguments[0]));
        tasks.write(ledger, Path.of(arguments[1]));
        System.out.println(tasks.growth);
      }
    }

    @Override
    public void forEach(Consumer<TaskView> reader) {
      super.forEach(reader);
      growth = Math.max(growth, keptBytes() - before);
    }

    @Override
    void handOver(int n, Consumer<TaskView> reader) {
      super.handOver(n, reader);
      if (n + 1 == FIRST) {
        before = keptBytes();
      }
    }

    private static long keptBytes() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
