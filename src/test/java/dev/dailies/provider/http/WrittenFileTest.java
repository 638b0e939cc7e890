package dev.dailies.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dailies.OwnThread;
import dev.dailies.SmallHeap;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.FileInBody;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Request;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is written out in a request while it is sent. */
class WrittenFileTest {

  private static final int LANES = 4;
  private static final int LARGE = 12_000_000;
  private static final String START = "\0\0\0\030ftypisom";

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            heard.add(exchange.getRequestHeaders().getFirst("Content-Length"));
            heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
          } finally {
            over.countDown();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14, 24 * 1024 - 1, 24 * 1024, 24 * 1024 + 1, 100_000})
  void arrivesAsTheSameBytesAsIfItHadBeenHeld(int size) throws IOException {
    byte[] content = content(size);
    Request request = request(written("take.mp4", content), "über");

    assertThat(post(request)).isInstanceOf(Exchange.Answer.class);

    String whole = "{\"über\":\"" + DataUri.of(MediaType.MP4, content).text() + "\"}";
    assertThat(heard).containsExactly(Integer.toString(whole.getBytes(UTF_8).length), whole);
  }

  @Test
  void standsInTheRecordAsItDidWhenItWasHeld() throws IOException {
    byte[] content = content(100);
    String whole = "{\"video\":\"" + DataUri.of(MediaType.MP4, content).text() + "\"}";

    assertThat(request(written("take.mp4", content), "video").forTheRecord().body())
        .isEqualTo(DataUri.shortenAll(whole));
  }

  @Test
  void twoFilesStandWhereTheirMarksAre() throws IOException {
    FileInBody one = written("one.mp4", content(50));
    FileInBody two = written("two.mp4", content(60));
    Request request =
        request("[\"" + two.mark() + "\",\"" + one.mark() + "\"]").writingOut(List.of(one, two));

    post(request);

    assertThat(heard)
        .last()
        .isEqualTo(
            "[\"%s\",\"%s\"]"
                .formatted(
                    DataUri.of(MediaType.MP4, content(60)).text(),
                    DataUri.of(MediaType.MP4, content(50)).text()));
  }

  /** The server never sees the end of it. */
  @Test
  void isNotSentWholeIfItHasChanged() throws Exception {
    Request request = request(written("take.mp4", content(100_000)), "video");
    byte[] other = content(100_000);
    other[99_999]++;
    Files.write(folder.resolve("take.mp4"), other);

    Exchange exchange = post(request);

    assertThat(request.hasItsFiles()).isFalse();
    assertThat(exchange).isInstanceOf(Exchange.NoAnswer.class);
    assertThat(((Exchange.NoAnswer) exchange).reason()).contains("take.mp4");
    over.await();
    assertThat(heard).hasSize(1);
  }

  @Test
  void isNotSentWholeIfItIsGone() throws Exception {
    Request request = request(written("take.mp4", content(100_000)), "video");
    Files.delete(folder.resolve("take.mp4"));

    assertThat(request.hasItsFiles()).isFalse();
    assertThat(post(request)).isInstanceOf(Exchange.NoAnswer.class);
    over.await();
    assertThat(heard).hasSize(1);
  }

  private FileInBody written(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    return FileInBody.of((Input.LocalFile) new Inputs(folder).of(name));
  }

  private Request request(FileInBody file, String field) {
    return request("{\"" + field + "\":\"" + file.mark() + "\"}").writingOut(List.of(file));
  }

  private Request request(String body) {
    return new Request(address(server), "/", null, body, null);
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = i < START.length() ? (byte) START.charAt(i) : (byte) (i * 31 + i / 251);
    }
    return content;
  }

  /** In a process that has no room for one of them. */
  @Test
  void isNotHeldWhileItIsSent() throws Exception {
    Files.write(folder.resolve("take.mp4"), content(LARGE));
    String said = SmallHeap.run(WrittenFileTest.class, 16, folder.toString());

    String length = Long.toString(DataUri.length(MediaType.MP4, LARGE) + 4);
    assertThat(said.lines()).hasSize(LANES).containsOnly("204 " + length);
  }

  /** Sends the file in the folder in several requests at once. */
  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(LANES));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
          exchange
              .getResponseHeaders()
              .add("Heard", "" + exchange.getRequestHeaders().getFirst("Content-Length"));
          exchange.sendResponseHeaders(204, -1);
        });
    server.start();
    FileInBody file =
        FileInBody.of((Input.LocalFile) new Inputs(Path.of(arguments[0])).of("take.mp4"));
    Request request =
        new Request(address(server), "/", null, "[\"" + file.mark() + "\"]", null)
            .writingOut(List.of(file));
    CompletableFuture<?>[] lanes =
        IntStream.range(0, LANES)
            .mapToObj(lane -> OwnThread.start(() -> System.out.println(told(post(request)))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(lanes).join();
    System.exit(0);
  }

  private static String told(Exchange exchange) {
    return exchange instanceof Exchange.Answer answer
        ? answer.status() + " " + answer.headers().firstValue("Heard").orElse("")
        : exchange.toString();
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static Exchange post(Request request) {
    var http =
        new ProviderHttp(new ApiClient(Network.ofTheJvm()), Duration.ofSeconds(20), Secret.of(""));
    return new KeyedHttp(http, Secret.of(""), Map.of()).post(request);
  }
}
