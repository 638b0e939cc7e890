package dev.dailies.kill;

import dev.dailies.OwnThread;
import dev.dailies.job.folder.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Looks at a job once while a command works on it, as {@code status} does. */
final class Onlooker {

  private static final long PAUSE_MILLIS = 20;

  private final Path output;
  private CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);
  private volatile boolean isOver;

  Onlooker(Path output) {
    this.output = output;
  }

  void begin() {
    long before = journalled();
    looking = OwnThread.start(() -> look(before));
  }

  /** Fails if what was seen was no whole ledger. */
  void end() {
    isOver = true;
    looking.join();
  }

  /** Not before something is sent: by then the command answers. */
  private void look(long before) {
    while (!isOver) {
      if (journalled() > before) {
        Look.at(output).ifPresent(Look::close);
        return;
      }
      pause();
    }
  }

  private long journalled() {
    try {
      Path journal = output.resolve(".dailies").resolve("journal");
      return Files.exists(journal) ? Files.size(journal) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
