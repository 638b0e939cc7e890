package dev.dailies.job.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.OwnThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SnapshotDeskTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private SnapshotDesk run;
  private CompletableFuture<Optional<Path>> reader;

  @BeforeEach
  void somebodyAsks() {
    run = new SnapshotDesk(folder);
    reader =
        OwnThread.start(
            () -> {
              try {
                return new SnapshotDesk(folder).ask(isOver::get, LONG, LONG);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
    await().until(run::isWanted);
  }

  private Optional<Path> answer() {
    return reader.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void isAnswered() throws IOException {
    run.answer(out -> out.write("rows"), Instant.EPOCH);

    assertThat(answer()).hasValueSatisfying(file -> assertThat(file).content().endsWith("rows"));
  }

  @Test
  void isNotWaitedForOnceTheRunHasEnded() throws IOException {
    run.clear();
    isOver.set(true);

    assertThat(answer()).isEmpty();
  }

  @Test
  void isAskedNoLongerOnceTheRunHasEnded() {
    isOver.set(true);

    assertThat(answer()).isEmpty();
    assertThat(run.isWanted()).isFalse();
  }

  @Test
  void isNothingToLookAtOnceItWasTakenAway() throws IOException {
    Path output = Files.createDirectories(folder.resolve("out"));
    isOver.set(true);

    assertThat(answer()).isEmpty();
    assertThat(Look.at(output)).isEmpty();
  }

  @Test
  void leavesNothingOfWhatARunHadBegunThatWasKilled() throws IOException {
    Files.writeString(folder.resolve(".snapshot.tmp"), "half a ledger");

    run.clear();

    assertThat(folder).isEmptyDirectory();
  }
}
