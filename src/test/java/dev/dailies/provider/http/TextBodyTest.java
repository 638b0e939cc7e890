package dev.dailies.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dailies.OwnThread;
import dev.dailies.SmallHeap;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBodyTest {

  private static final int LANES = 4;
  private static final int LONG = 14_000_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 50_000})
  void arrivesAsItIs(int before) throws IOException {
    String text = "ä".repeat(before) + "🚤🚤\uD83D, 水" + "x".repeat(before) + "🚤";
    AtomicReference<String> heard = new AtomicReference<>();
    HttpServer server = server();
    server.createContext(
        "/",
        exchange -> {
          heard.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
        });
    server.start();
    try {
      assertThat(post(server, text)).isInstanceOf(Exchange.Answer.class);
      assertThat(heard.get()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    } finally {
      server.stop(0);
    }
  }

  /** In a process that has room for the text, and not for all of it once more for each. */
  @Test
  void isNotHeldAgainForEachRequest() throws Exception {
    String said = SmallHeap.run(TextBodyTest.class, 64);

    assertThat(said).endsWith(LANES + " answers");
  }

  /** All requests are on their way at one moment. */
  public static void main(String[] none) throws Exception {
    HttpServer server = server();
    server.setExecutor(Executors.newFixedThreadPool(LANES));
    CyclicBarrier all = new CyclicBarrier(LANES);
    server.createContext(
        "/",
        exchange -> {
          try {
            all.await();
          } catch (Exception broken) {
            throw new IOException(broken);
          }
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
          exchange.sendResponseHeaders(204, -1);
        });
    server.start();
    String text = "x".repeat(LONG);
    CountDownLatch answers = new CountDownLatch(LANES);
    CompletableFuture<?>[] lanes =
        IntStream.range(0, LANES)
            .mapToObj(
                lane ->
                    OwnThread.start(
                        () -> {
                          if (post(server, text) instanceof Exchange.Answer) {
                            answers.countDown();
                          }
                        }))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(lanes).join();
    System.out.println(LANES - answers.getCount() + " answers");
    System.exit(0);
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static Exchange post(HttpServer server, String text) {
    var http =
        new ProviderHttp(new ApiClient(Network.ofTheJvm()), Duration.ofSeconds(20), Secret.of(""));
    return new KeyedHttp(http, Secret.of(""), Map.of())
        .post("http://localhost:" + server.getAddress().getPort() + "/", text);
  }
}
