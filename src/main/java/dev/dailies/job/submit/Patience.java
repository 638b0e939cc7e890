package dev.dailies.job.submit;

import dev.dailies.job.run.RunControl;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.core.task.TaskExecutor;

/** Waits for what may take minutes, but after a stop no longer than the run has time for. */
final class Patience {

  private static final long ASK_AGAIN_MILLIS = 100;

  private final TaskExecutor threads;
  private final RunControl run;

  /**
   * Waits for what other threads do.
   *
   * @param threads must not keep the process alive
   */
  Patience(TaskExecutor threads, RunControl run) {
    this.threads = threads;
    this.run = run;
  }

  /**
   * Has the work done, and waits for it.
   *
   * @return empty if the run was stopped and could not wait for the end; the work goes on
   */
  <T> Optional<T> await(Supplier<T> work) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(work, threads);
    long deadline = Long.MAX_VALUE;
    boolean isStopped = false;
    while (!isStopped || System.nanoTime() - deadline < 0) {
      try {
        return Optional.of(answer.get(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException notYet) {
        if (!isStopped && run.isStopped()) {
          isStopped = true;
          deadline = System.nanoTime() + run.stopTimeout().toNanos();
        }
      } catch (ExecutionException failure) {
        throw unwrapped(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failure);
  }
}
