package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the JDK's HTTP server fit for many small answers and many slow readers. */
public final class LoopbackServer {

  private static final byte[] ADDRESS = {127, 0, 0, 1};
  private static final int USUAL = 8787;
  private static final int BACKLOG = 1024;
  private static final int THREADS = 400;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  static {
    // Without this each answer waits 40 ms for the client's acknowledgement of its headers.
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    // A server that closes idle connections races with a client that sends its next POST on one.
    setUnlessSet("sun.net.httpserver.maxIdleConnections", "2000");
    setUnlessSet("sun.net.httpserver.idleInterval", "3600");
  }

  private LoopbackServer() {}

  /** Listens on a port of 127.0.0.1, 0 for any free one; {@code start} is left to the caller. */
  public static HttpServer listen(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(ADDRESS);
      return HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (BindException taken) {
      throw new IllegalStateException(
          "the simulator cannot listen on 127.0.0.1:%d (%s); add --port %d, or --port 0 for any free one"
              .formatted(port, taken.getMessage(), port == USUAL ? USUAL + 1 : USUAL),
          taken);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As many threads as there are slow readers, within reason; they go away when idle. */
  public static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            LoopbackServer::thread);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "simulator-" + THREAD_NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
