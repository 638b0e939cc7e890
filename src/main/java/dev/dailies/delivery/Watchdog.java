package dev.dailies.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends exchanges whose time is up: a thread that waits for a socket cannot do that itself. */
final class Watchdog implements AutoCloseable {

  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Set<Leash> leashes = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "download-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> watching =
      looks.scheduleWithFixedDelay(
          () -> leashes.forEach(Leash::look),
          MILLIS_BETWEEN_LOOKS,
          MILLIS_BETWEEN_LOOKS,
          TimeUnit.MILLISECONDS);

  /** Keeps an eye on an exchange of this thread until the leash is let go. */
  Leash watch(Cancellable exchange) {
    Leash leash = new Leash(exchange, Thread.currentThread(), leashes::remove);
    leashes.add(leash);
    return leash;
  }

  @Override
  public void close() {
    watching.cancel(true);
    looks.shutdown();
  }
}
