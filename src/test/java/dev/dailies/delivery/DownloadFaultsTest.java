package dev.dailies.delivery;

import static dev.dailies.delivery.Downloads.IMPATIENT;
import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static dev.dailies.delivery.RawServer.reset;
import static dev.dailies.delivery.RawServer.send;
import static dev.dailies.delivery.RawServer.stall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server may do wrong, byte by byte. A download that hangs fails by the time limit. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DownloadFaultsTest {

  private static final byte[] CLIP = Mp4.clip(300_000);
  private static final byte[] HALF = Arrays.copyOf(CLIP, CLIP.length / 2);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String WHOLE = OK + "Content-Length: " + CLIP.length + "\r\n\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final Path folder;

  DownloadFaultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final Downloader downloader = Downloads.downloader();
  private final Downloader impatient = new Downloader(IMPATIENT, Network.ofTheJvm());

  static Stream<Arguments> passing() {
    return Stream.of(
        fault("closes before any answer", socket -> {}),
        fault("resets before any answer", RawServer::reset),
        fault("never answers", RawServer::stall),
        fault(
            "compresses unasked, and ends half way",
            socket -> send(socket, OK + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\u0008 gzip")),
        fault("drips its headers", socket -> drip(() -> send(socket, OK + "X: y\r\n"))),
        fault("ends in its headers", socket -> send(socket, OK + "Content-Le")),
        fault("speaks another protocol", socket -> send(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n")),
        fault("sends a bad status", socket -> send(socket, "HTTP/1.1 abc\r\n\r\n")),
        fault("sends a giant header", socket -> send(socket, OK + "X: " + "y".repeat(2_000_000))),
        fault("promises garbage", socket -> send(socket, OK + "Content-Length: banana\r\n\r\n")),
        fault(
            "promises less than nothing",
            socket -> send(socket, OK + "Content-Length: -5\r\n\r\n")),
        fault("closes half way", socket -> sendAll(socket, WHOLE, HALF)),
        fault("sends headers only", socket -> send(socket, WHOLE)),
        fault(
            "resets half way",
            socket -> {
              sendAll(socket, WHOLE, HALF);
              reset(socket);
            }),
        fault(
            "falls silent half way",
            socket -> {
              sendAll(socket, WHOLE, HALF);
              stall(socket);
            }),
        fault(
            "falls silent after the last byte but one",
            socket -> {
              sendAll(socket, WHOLE, Arrays.copyOf(CLIP, CLIP.length - 1));
              stall(socket);
            }),
        fault(
            "drips the body",
            socket -> {
              send(socket, WHOLE);
              drip(() -> send(socket, "x"));
            }),
        fault(
            "sends a malformed chunk", socket -> send(socket, CHUNKED + "zz\r\nabc\r\n0\r\n\r\n")),
        fault("closes within a chunk", socket -> sendAll(socket, CHUNKED + "fffff\r\n", HALF)),
        fault(
            "closes before the last chunk",
            socket -> {
              sendAll(socket, CHUNKED + Integer.toHexString(CLIP.length) + "\r\n", CLIP);
              send(socket, "\r\n");
            }),
        fault("redirects to nowhere", socket -> send(socket, "HTTP/1.1 302 Found\r\n\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void triesAgainWhenAServer(String name, RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      assertThat(download(impatient, server))
          .isInstanceOfSatisfying(
              Downloaded.TryAgain.class,
              again -> assertThat(again.reason()).isNotBlank().doesNotContain("secret", "\n"));
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        fault("promises too little", socket -> sendAll(socket, promise(HALF.length), CLIP)),
        fault("ends half way without a promise", socket -> sendAll(socket, OK + "\r\n", HALF)),
        fault("sends nothing at all", socket -> send(socket, promise(0))),
        fault("sends no chunk", socket -> send(socket, CHUNKED + "0\r\n\r\n")));
  }

  static Stream<Arguments> lasting() {
    return Stream.of(
        fault(
            "promises an absurd length",
            socket -> {
              send(socket, promise(Long.MAX_VALUE));
              stall(socket);
            }),
        fault(
            "never ends",
            socket -> {
              send(socket, OK + "\r\n");
              while (true) {
                send(socket, CLIP);
              }
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("incomplete")
  void keepsNoHalfFileWhenAServer(String name, RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      assertThat(download(server)).isInstanceOf(Downloaded.Incomplete.class);
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void keepsNothingWhenAServer(String name, RawServer.Script script) throws IOException {
    try (RawServer server = new RawServer(script)) {
      assertThat(download(server)).isInstanceOf(Downloaded.NotAClip.class);
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void savesABodyThatEndsWithTheConnection() throws IOException {
    try (RawServer server = new RawServer(socket -> sendAll(socket, OK + "\r\n", CLIP))) {
      assertThat(download(server)).isInstanceOf(Downloaded.Saved.class);
    }
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
  }

  @Test
  void saysWhetherAServerWasSilentOrSlow() throws IOException {
    try (RawServer silent =
            new RawServer(
                socket -> {
                  sendAll(socket, WHOLE, HALF);
                  stall(socket);
                });
        RawServer slow =
            new RawServer(
                socket -> {
                  send(socket, WHOLE);
                  drip(() -> send(socket, "x"));
                })) {
      assertThat(download(impatient, silent))
          .isEqualTo(new Downloaded.TryAgain("nothing came for 500 ms", null));
      assertThat(download(impatient, slow))
          .isEqualTo(new Downloaded.TryAgain("slower than 102400 bytes a second", null));
    }
  }

  @Test
  void triesAgainWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(downloader.download(local("http://127.0.0.1:" + port), folder, "shot-001"))
        .isInstanceOf(Downloaded.TryAgain.class);
  }

  @Test
  void triesAgainWhenAHostHasNoAddress() {
    for (boolean privateAllowed : new boolean[] {true, false}) {
      assertThat(
              downloader.download(
                  new Source("https://nowhere.invalid/clip", privateAllowed), folder, "shot-001"))
          .isInstanceOfSatisfying(
              Downloaded.TryAgain.class,
              again -> assertThat(again.reason()).contains("cannot be resolved"));
    }
  }

  @Test
  void anInterruptedDownloadEndsAtOnceAndLeavesNothing() throws Exception {
    try (RawServer server =
        new RawServer(
            socket -> {
              sendAll(socket, WHOLE, HALF);
              stall(socket);
            })) {
      Thread.currentThread().interrupt();

      assertThat(download(server)).isInstanceOf(Downloaded.TryAgain.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void hangsUpOnWhatItDoesNotWant() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            socket -> {
              send(socket, promise(1L << 40));
              try {
                stall(socket);
              } finally {
                hungUp.countDown();
              }
            })) {
      assertThat(download(server)).isInstanceOf(Downloaded.NotAClip.class);
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Downloaded download(RawServer server) {
    return download(downloader, server);
  }

  private Downloaded download(Downloader downloader, RawServer server) {
    return downloader.download(local(server.url()), folder, "shot-001");
  }

  private static Arguments fault(String name, RawServer.Script script) {
    return arguments(name, script);
  }

  private static String promise(long length) {
    return OK + "Content-Length: " + length + "\r\n\r\n";
  }

  private static void sendAll(Socket socket, String head, byte[] body) throws IOException {
    send(socket, head);
    send(socket, body);
  }

  private interface Drop {
    void fall() throws IOException;
  }

  /** Twenty times a second until the client hangs up. */
  private static void drip(Drop drop) throws IOException {
    try {
      while (true) {
        drop.fall();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
