package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dailies.ledger.Account;
import dev.dailies.ledger.Accounts;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskState;
import dev.dailies.provider.Shot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryTest {

  private static final int MANY = 100_000;
  private static final TaskState[] STATES = {
    TaskState.DELIVERED, TaskState.FAILED, TaskState.IN_DOUBT, TaskState.PLANNED
  };

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
    Endless endless = new Endless();

    new Reports(endless, ledger.plans, folder).write(Written.FACTS);

    assertThat(endless.growth).isLessThan(3_000_000);
    try (Stream<String> lines = Files.lines(folder.resolve("report.html"))) {
      assertThat(lines.filter(line -> line.startsWith("<video"))).hasSize(MANY / STATES.length);
    }
  }

  /** Hands over tasks that nobody keeps, and measures what is kept all the same. */
  private final class Endless extends Accounts {

    private long growth;

    Endless() {
      super(ledger.jdbc);
    }

    @Override
    public void forEach(Consumer<Account> reader) {
      long before = 0;
      for (int n = 0; n < MANY; n++) {
        reader.accept(account(n));
        if (n == 2000) {
          before = keptBytes();
        }
      }
      growth = Math.max(growth, keptBytes() - before);
    }

    private Account account(int n) {
      TaskState state = STATES[n % STATES.length];
      Shot shot = shot("s" + n, 1, "prompt " + n);
      Task task =
          new Task(
              n,
              shot.id(),
              1,
              1,
              state,
              1,
              1,
              n + 2,
              "p",
              "d",
              shot,
              Map.of("id", shot.id()),
              null,
              1,
              "CODE",
              "reason " + n);
      List<Output> outputs =
          state == TaskState.DELIVERED
              ? List.of(new Output(1, "https://x", mp4(shot.id() + ".mp4")))
              : List.of();
      return new Account(task, true, FilledLedger.NOW, null, outputs);
    }

    private static long keptBytes() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
