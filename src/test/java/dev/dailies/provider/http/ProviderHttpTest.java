package dev.dailies.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.OwnThread;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.network.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHttpTest {

  private static final ApiClient CLIENT = new ApiClient(Network.ofTheJvm());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());

  @BeforeEach
  void startServer() {
    server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void handsBackWhatTheServerSaid() {
    answers(aResponse().withStatus(422).withBody("no").withHeader("X-Request-Id", "r1"));

    assertThat(post(PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.Answer.class,
            answer -> {
              assertThat(answer.body().beginning()).isEqualTo("no");
              assertThat(answer.evidence()).isEqualTo(new Evidence(422, "r1"));
            });
  }

  @Test
  void takesABodyUpToTheCap() {
    answers(aResponse().withBody("x".repeat(ProviderHttp.MAX_BODY)));

    assertThat(post(PATIENCE)).isInstanceOf(Exchange.Answer.class);
  }

  @Test
  void stopsReadingABodyAtTheCap() {
    answers(aResponse().withBody("x".repeat(ProviderHttp.MAX_BODY + 1)));

    assertThat(post(PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.NoAnswer.class, none -> assertThat(none.reason()).contains("bytes"));
  }

  @Test
  void fetchesAFileUpToItsOwnCap(@TempDir Path folder) throws IOException {
    byte[] bytes = {(byte) 0x89, 'P', (byte) 0xff, 0, (byte) 0xc3, (byte) 0xa9};
    server.stubFor(get("/file").willReturn(aResponse().withBody(bytes)));
    var http = new ProviderHttp(new ApiClient(Network.ofTheJvm()), PATIENCE, Secret.of(""));
    URI address = URI.create("http://localhost:" + server.port() + "/file");
    HttpRequest file = HttpRequest.newBuilder(address).build();

    Path here = folder.resolve("here");
    assertThat(http.fetch(file, bytes.length, here))
        .isInstanceOfSatisfying(
            Exchange.Answer.class, answer -> assertThat(answer.body().beginning()).isEmpty());
    assertThat(here).hasBinaryContent(bytes);
    assertThat(http.fetch(file, bytes.length - 1, here))
        .isInstanceOfSatisfying(
            Exchange.NoAnswer.class, cut -> assertThat(cut.isTooLarge()).isTrue());

    server.stubFor(get("/file").willReturn(aResponse().withStatus(404).withBody("gone")));
    assertThat(http.fetch(file, 100, folder.resolve("nothing")))
        .isInstanceOfSatisfying(
            Exchange.Answer.class,
            answer -> assertThat(answer.body().beginning()).isEqualTo("gone"));
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @Test
  void doubtsNothingThatIsFree() {
    assertThat(new Exchange.NoAnswer("late").asPreparation())
        .isEqualTo(new Submission.NotNow("late", null, true, Evidence.NONE));
    assertThat(new Exchange.NotSent("refused").asPreparation())
        .isInstanceOf(Submission.NotNow.class);
    assertThat(new Exchange.Untrusted("expired").asPreparation())
        .isInstanceOfSatisfying(
            Submission.Halt.class, halt -> assertThat(halt.reason()).endsWith(": expired"));
    assertThat(new Exchange.Untrusted("it speaks http", "; see base-url").asPreparation())
        .isInstanceOfSatisfying(
            Submission.Halt.class,
            halt -> assertThat(halt.reason()).endsWith(": it speaks http; see base-url"));
  }

  @Test
  void endsADrippingBodyAtTheDeadline() {
    answers(aResponse().withBody("x".repeat(1000)).withChunkedDribbleDelay(1000, 60_000));
    long start = System.nanoTime();

    assertThat(post(SHORT)).isInstanceOf(Exchange.NoAnswer.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void endsABodyThatStandsStillLongBeforeTheDeadline() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          OwnThread.start(
              () -> serve(listener, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", seen));

      Exchange exchange = impatient("http://127.0.0.1:" + listener.getLocalPort());
      seen.countDown();

      assertThat(exchange).isEqualTo(new Exchange.NoAnswer("the answer stood still for 1 s"));
      served.get();
    }
  }

  @Test
  void waitsForTheFirstByteUntilTheDeadline() {
    answers(aResponse().withFixedDelay(2_000));

    assertThat(impatient("http://localhost:" + server.port())).isInstanceOf(Exchange.Answer.class);
  }

  @Test
  void waitsForABodyThatDripsOn() {
    answers(aResponse().withBody("x".repeat(8)).withChunkedDribbleDelay(8, 2_000));

    assertThat(impatient("http://localhost:" + server.port())).isInstanceOf(Exchange.Answer.class);
  }

  /** Waits long for an answer to begin, and a second for it to go on. */
  private static Exchange impatient(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/")).POST(BodyPublishers.ofString("{}")).build();
    return new ProviderHttp(CLIENT, PATIENCE, Duration.ofSeconds(1), Secret.of("")).send(request);
  }

  @Test
  void endsASilentWaitAtTheDeadline() {
    answers(aResponse().withFixedDelay(5_000));
    long start = System.nanoTime();

    assertThat(post(SHORT)).isInstanceOf(Exchange.NoAnswer.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    server.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    answers(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));

    assertThat(post(PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.Redirected.class,
            redirected -> assertThat(redirected.evidence().httpStatus()).isEqualTo(status));
    server.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendsAPostOnceWhateverBecomesOfTheAnswer(Fault fault) {
    answers(aResponse().withFault(fault));

    assertThat(post(PATIENCE)).isInstanceOf(Exchange.NoAnswer.class);
    server.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503})
  void sendsAPostOnceWhateverTheStatus(int status) {
    answers(aResponse().withStatus(status).withHeader("Retry-After", "0"));

    assertThat(post(PATIENCE)).isInstanceOf(Exchange.Answer.class);
    server.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"
      })
  void getsNoAnswerFromBytesThatAreNone(String bytes) throws Exception {
    assertThat(fromSocket(bytes)).isInstanceOf(Exchange.NoAnswer.class);
  }

  @Test
  void endsAnEndlessHeaderInBoundedMemory() throws Exception {
    String header = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(2_000_000) + "\r\n\r\n";

    assertThat(fromSocket(header)).isInstanceOf(Exchange.NoAnswer.class);
  }

  @Test
  void knowsThatNothingWasSentWhereNobodyListens() throws IOException {
    assertThat(post("http://127.0.0.1:" + closedPort(), PATIENCE))
        .isInstanceOf(Exchange.NotSent.class);
  }

  /** Linux lets one connection more than asked for wait to be accepted, and answers no other. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsThatNothingWasSentWhereNobodyOpens() throws IOException {
    ApiClient hasty = new ApiClient(Network.ofTheJvm(), SHORT, InetAddress::getAllByName);
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + full.getLocalPort()))
              .POST(BodyPublishers.noBody())
              .build();

      assertThat(new ProviderHttp(hasty, PATIENCE, Secret.of("")).send(request))
          .isInstanceOf(Exchange.NotSent.class);
    }
  }

  @Test
  void knowsThatNothingWasSentToAnUnknownHost() {
    assertThat(post("http://no-such-host.invalid", PATIENCE)).isInstanceOf(Exchange.NotSent.class);
  }

  @Test
  void knowsThatNothingWasSentWhereTlsWasExpected() {
    assertThat(post("https://localhost:" + server.port(), PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.Untrusted.class, no -> assertThat(no.reason()).contains("base-url"));
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void readsAnAnswerThatWasPackedUnasked() throws IOException {
    for (String encoding : List.of("gzip", "x-gzip", "deflate", "identity")) {
      byte[] packed = packed("{\"id\":\"x\"}".getBytes(ISO_8859_1), encoding.equals("deflate"));
      answers(aResponse().withBody(packed).withHeader("Content-Encoding", encoding));

      assertThat(post(PATIENCE))
          .isInstanceOfSatisfying(
              Exchange.Answer.class,
              answer -> assertThat(answer.body().beginning()).isEqualTo("{\"id\":\"x\"}"));
    }
  }

  @Test
  void readsAnAnswerThatIsOnlySaidToBePacked() {
    answers(aResponse().withBody("{}").withHeader("Content-Encoding", "gzip"));

    assertThat(post(PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.Answer.class, answer -> assertThat(answer.body().beginning()).isEqualTo("{}"));
  }

  @Test
  void unpacksNoMoreThanTheCap() throws IOException {
    answers(
        aResponse()
            .withBody(packed(new byte[ProviderHttp.MAX_BODY + 1], false))
            .withHeader("Content-Encoding", "gzip"));

    assertThat(post(PATIENCE)).isInstanceOf(Exchange.NoAnswer.class);
  }

  @Test
  void getsNoAnswerFromWhatIsPackedInPart() throws IOException {
    byte[] whole = packed(new byte[1000], false);
    answers(aResponse().withBody(Arrays.copyOf(whole, whole.length - 9)));

    assertThat(post(PATIENCE)).isInstanceOf(Exchange.NoAnswer.class);
  }

  private static byte[] packed(byte[] content, boolean deflated) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        deflated ? new DeflaterOutputStream(packed) : new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void saysWhoAsks() {
    answers(aResponse());
    post(PATIENCE);

    server.verify(
        postRequestedFor(anyUrl()).withHeader("User-Agent", matching("dailies/[\\w.-]+")));
  }

  @Test
  void trustsNoSelfSignedCertificate() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));

    assertThat(post("https://localhost:" + server.httpsPort(), PATIENCE))
        .isInstanceOf(Exchange.Untrusted.class);
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void takesTheKeyOutOfAnAnswer() {
    answers(aResponse().withStatus(401).withBody("bad key sk-secret!"));

    assertThat(post(PATIENCE))
        .isInstanceOfSatisfying(
            Exchange.Answer.class,
            answer -> assertThat(answer.body().beginning()).isEqualTo("bad key ***!"));
  }

  @Test
  void givesALargeRequestTheTimeOfASlowLine() {
    answers(aResponse().withFixedDelay(800));
    HttpRequest large =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/"))
            .POST(BodyPublishers.ofByteArray(new byte[1_000_000]))
            .build();

    assertThat(new ProviderHttp(CLIENT, SHORT, Secret.of("")).send(large))
        .isInstanceOf(Exchange.Answer.class);
    assertThat(post(SHORT)).isInstanceOf(Exchange.NoAnswer.class);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/").willReturn(answer));
  }

  private Exchange post(Duration timeout) {
    return post("http://localhost:" + server.port(), timeout);
  }

  private static Exchange post(String url, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/")).POST(BodyPublishers.ofString("{}")).build();
    return new ProviderHttp(CLIENT, timeout, Secret.of("sk-secret")).send(request);
  }

  private static Exchange fromSocket(String answer) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          OwnThread.start(() -> serve(listener, answer, new CountDownLatch(0)));
      Exchange exchange = post("http://127.0.0.1:" + listener.getLocalPort(), PATIENCE);
      served.get();
      return exchange;
    }
  }

  /** Hangs up when the client may go. */
  private static void serve(ServerSocket listener, String answer, CountDownLatch end) {
    try (Socket socket = listener.accept();
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream()) {
      in.read(new byte[8192]);
      out.write(answer.getBytes(ISO_8859_1));
      out.flush();
      end.await();
    } catch (IOException | InterruptedException clientLeft) {
      return;
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
