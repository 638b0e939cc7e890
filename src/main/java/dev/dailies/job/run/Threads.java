package dev.dailies.job.run;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Threads that do not keep the process alive. They are virtual where the JVM's monitors no longer
 * pin them, from 24 on.
 */
public final class Threads {

  private static final int FIRST_WITHOUT_PINNING = 24;

  private Threads() {}

  /** One for each piece of work, with the given name and a number. */
  public static SimpleAsyncTaskExecutor named(String prefix) {
    SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(prefix);
    executor.setVirtualThreads(Runtime.version().feature() >= FIRST_WITHOUT_PINNING);
    executor.setDaemon(true);
    return executor;
  }
}
