package dev.dailies.delivery;

import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.Cancellable;

/** Limits how long a thread waits for one exchange. An interrupt ends the exchange too. */
final class ExchangeTimeout implements AutoCloseable {

  private final Cancellable exchange;
  private final Thread thread;
  private final Consumer<ExchangeTimeout> release;
  private volatile boolean waiting;
  private volatile long deadline;
  private volatile boolean wasTooLong;
  private volatile boolean wasCut;

  ExchangeTimeout(Cancellable exchange, Thread thread, Consumer<ExchangeTimeout> release) {
    this.exchange = exchange;
    this.thread = thread;
    this.release = release;
  }

  /** Says that the thread begins to wait, for so long at most. */
  void waiting(long nanos) {
    deadline = System.nanoTime() + nanos;
    waiting = true;
  }

  /** Says that the thread is busy itself, as with writing: that is no fault of the server. */
  void busy() {
    waiting = false;
  }

  /** True if the exchange was ended because its time was up. */
  boolean wasTooLong() {
    return wasTooLong;
  }

  void look() {
    if (thread.isInterrupted()) {
      cut();
    } else if (waiting && System.nanoTime() - deadline >= 0) {
      wasTooLong = true;
      cut();
    }
  }

  /** Ends the exchange. */
  void cut() {
    wasCut = true;
    exchange.cancel();
  }

  /** True if the exchange was ended from here. */
  boolean wasCut() {
    return wasCut;
  }

  @Override
  public void close() {
    release.accept(this);
  }
}
