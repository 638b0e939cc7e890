package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import dev.dailies.Golden;
import dev.dailies.OwnThread;
import dev.dailies.cli.Typed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What people read when they have pressed Ctrl-C. */
@DisabledOnOs(WINDOWS)
@Isolated("sends this process a signal")
class GoldenStopTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  @Test
  void ctrlC() throws Exception {
    api.creates("shot-01", StubbedApi.accepted().withFixedDelay(4_000));
    Rehearsal job =
        new Rehearsal(folder, api.baseUrl())
            .rows(3)
            .keyFile()
            .api("submit-concurrency", "1")
            .set("stop-timeout", "30s");

    CompletableFuture<Typed> run = OwnThread.start(() -> job.type("run"));
    await().atMost(Duration.ofMinutes(2)).until(() -> isSent(job) || run.isDone());
    assertThat(run).as("signals are caught while it runs").isNotDone();
    pressCtrlC();
    Typed typed = run.join();

    assertThat(typed.code()).isEqualTo(130);
    assertThat(typed.err()).contains("Ctrl-C again leaves now");
    new Golden(folder).check("run-stopped", typed.out());
  }

  private static void pressCtrlC() throws Exception {
    String process = String.valueOf(ProcessHandle.current().pid());
    assertThat(new ProcessBuilder("kill", "-INT", process).start().waitFor()).isZero();
  }

  private static boolean isSent(Rehearsal job) throws Exception {
    Path journal = job.file(".dailies/journal");
    return Files.exists(journal) && Files.readString(journal).contains("\"sent\"");
  }
}
