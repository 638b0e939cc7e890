package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A night at a gateway whose files fail one time in four, each time another way. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class PassingFaultsTest {

  private static final byte[] CLIP = StubbedApi.mp4(2_000);
  private static final long STALL_MILLIS = 4_000;

  @AutoClose private final StubbedApi api = new StubbedApi();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Random random = new Random(12);
  @TempDir Path folder;
  private HttpServer files;

  @BeforeEach
  void serveFiles() throws IOException {
    files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    files.setExecutor(threads);
    files.createContext("/", this::answer);
    files.start();
    api.looks(
        StubbedApi.task(
            "SUCCEEDED",
            ",\"output\":[\"http://127.0.0.1:"
                + files.getAddress().getPort()
                + "/{{request.pathSegments.[3]}}.mp4\"]"));
  }

  @AfterEach
  void stopServing() {
    files.stop(0);
    threads.shutdownNow();
  }

  @Test
  void everyClipIsDeliveredAndNobodyIsAsked() {
    rehearse(40);
  }

  @Test
  @Tag("chaos")
  void threeHundredOfThreeHundredAreDelivered() {
    rehearse(300);
  }

  private void rehearse(int rows) {
    Rehearsal job =
        new Rehearsal(folder, api.baseUrl())
            .rows(rows)
            .set("download.concurrency", "16")
            .set("download.patience", "20s")
            .set("download.idle-timeout", "2s");

    Ran ran = job.run();

    assertThat(ran.count(DELIVERED)).as("%s", ran.outcome()).isEqualTo(rows);
    assertThat(ran.code()).isZero();
    assertThat(api.posts()).hasSize(rows);
  }

  /** Five in a hundred of each kind. */
  private void answer(HttpExchange exchange) throws IOException {
    int dice;
    synchronized (random) {
      dice = random.nextInt(20);
    }
    switch (dice) {
      case 0 -> send(exchange, 200, "<html>Wait</html>".getBytes(UTF_8));
      case 1 -> send(exchange, 403, "no".getBytes(UTF_8));
      case 2 -> send(exchange, 500, "boom".getBytes(UTF_8));
      case 3 -> cut(exchange);
      case 4 -> stall(exchange);
      default -> send(exchange, 200, CLIP);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void cut(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, CLIP.length);
    exchange.getResponseBody().write(CLIP, 0, CLIP.length / 2);
    exchange.getResponseBody().flush();
    throw new IOException("cut");
  }

  private static void stall(HttpExchange exchange) {
    try {
      Thread.sleep(STALL_MILLIS);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
