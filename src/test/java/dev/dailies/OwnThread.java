package dev.dailies;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs a part of a test beside the test, on a thread of its own. The common pool will not do: from
 * Java 25 on it has one thread on a small machine, and the JDK's HTTP client hands its answers over
 * on that thread.
 */
public final class OwnThread {

  private OwnThread() {}

  /** What the work returns, or throws, once it has ended. */
  public static <T> CompletableFuture<T> start(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "beside the test").start());
  }

  /** Begins work that ends by itself, or with the process: nobody waits for it. */
  public static void begin(Runnable work) {
    new Thread(work, "beside the test").start();
  }

  /** Ends when the work has ended. */
  public static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(work, task -> new Thread(task, "beside the test").start());
  }
}
