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
 * Ends exchanges whose time is up: a thread that waits for a socket cannot do that itself. Rests
 * while there is none.
 */
final class Watchdog implements AutoCloseable {

  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Set<ExchangeTimeout> leashes = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "download-watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> watching;

  /** Keeps an eye on an exchange of this thread until the leash is let go, or until the close. */
  synchronized ExchangeTimeout watch(Cancellable exchange) {
    ExchangeTimeout leash = new ExchangeTimeout(exchange, Thread.currentThread(), this::letGo);
    leashes.add(leash);
    if (watching == null && !looks.isShutdown()) {
      watching =
          looks.scheduleWithFixedDelay(
              () -> leashes.forEach(ExchangeTimeout::look),
              MILLIS_BETWEEN_LOOKS,
              MILLIS_BETWEEN_LOOKS,
              TimeUnit.MILLISECONDS);
    }
    return leash;
  }

  private synchronized void letGo(ExchangeTimeout leash) {
    leashes.remove(leash);
    if (leashes.isEmpty() && watching != null) {
      watching.cancel(false);
      watching = null;
    }
  }

  @Override
  public synchronized void close() {
    looks.shutdownNow();
  }
}
