package dev.dailies;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A server whose answers are as long as it is told, and which holds none of them. */
public final class LargeAnswers implements AutoCloseable {

  private final HttpServer server;
  private final int lanes;

  /**
   * Starts it.
   *
   * @param lanes how many requests for one answer come at one moment; it is begun when all are
   *     there
   */
  public LargeAnswers(int lanes) throws IOException {
    this.lanes = lanes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /** Where it listens. */
  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Its end stands after as many fillings as there is room for, and blanks. */
  public void add(String path, int status, String start, String filling, String end, int size) {
    CyclicBarrier all = new CyclicBarrier(lanes);
    server.createContext(
        path,
        exchange -> {
          try {
            all.await();
          } catch (Exception broken) {
            throw new IOException(broken);
          }
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, size);
          try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
            write(out, start.getBytes(StandardCharsets.UTF_8), filling, end, size);
          }
        });
  }

  private static void write(OutputStream out, byte[] start, String filling, String end, int size)
      throws IOException {
    byte[] last = end.getBytes(StandardCharsets.UTF_8);
    out.write(start);
    int left = size - start.length - last.length;
    boolean counts = filling.contains("%");
    byte[] same = filling.getBytes(StandardCharsets.UTF_8);
    for (int count = 0; ; count++) {
      byte[] next = counts ? filling.formatted(count).getBytes(StandardCharsets.UTF_8) : same;
      if (next.length > left) {
        break;
      }
      out.write(next);
      left -= next.length;
    }
    out.write(last);
    out.write(" ".repeat(left).getBytes(StandardCharsets.UTF_8));
  }

  /** What came of the same work in all lanes at once. */
  public Stream<String> inAllLanes(Supplier<String> work) {
    return IntStream.range(0, lanes).mapToObj(lane -> OwnThread.start(work)).toList().stream()
        .map(CompletableFuture::join)
        .distinct();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
