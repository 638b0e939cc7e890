package dev.dailies.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges whose time is up: a thread that waits for a socket cannot do that itself. Sleeps
 * while there is no exchange.
 */
final class Watchdog implements AutoCloseable {

  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Set<ExchangeTimeout> timeouts = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "download-watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> watching;

  /** Watches an exchange of this thread until its timeout or this watchdog is closed. */
  synchronized ExchangeTimeout watch(Cancellable exchange) {
    ExchangeTimeout timeout = new ExchangeTimeout(exchange, Thread.currentThread(), this::release);
    timeouts.add(timeout);
    if (watching == null && !looks.isShutdown()) {
      watching =
          looks.scheduleWithFixedDelay(
              () -> timeouts.forEach(ExchangeTimeout::look),
              MILLIS_BETWEEN_LOOKS,
              MILLIS_BETWEEN_LOOKS,
              TimeUnit.MILLISECONDS);
    }
    return timeout;
  }

  private synchronized void release(ExchangeTimeout timeout) {
    timeouts.remove(timeout);
    if (timeouts.isEmpty() && watching != null) {
      watching.cancel(false);
      watching = null;
    }
  }

  @Override
  public synchronized void close() {
    looks.shutdownNow();
  }
}
