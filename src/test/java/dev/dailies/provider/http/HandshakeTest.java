package dev.dailies.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.Certificates;
import dev.dailies.OwnThread;
import dev.dailies.TrustsAll;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import dev.dailies.provider.http.network.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a server that must shake hands first. */
class HandshakeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(3);

  /** Zero: it never shakes hands. At 200 bytes it has said which keys to use, and no more. */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 200, 1000})
  void nothingWasSentToWhoStopsInTheMiddle(int bytes) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      OwnThread.begin(() -> listen(server));
      OwnThread.begin(() -> relay(listener, server.getLocalPort(), bytes));

      assertThat(post(client(Certificates.trust()), listener.getLocalPort(), SHORT))
          .isInstanceOf(Exchange.NotSent.class);
    }
  }

  @Test
  void nothingWasSentToWhoHangsUpInstead() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> gone = OwnThread.start(() -> hangUp(rude));

      assertThat(post(client(Certificates.trust()), rude.getLocalPort(), PATIENCE))
          .isInstanceOf(Exchange.NotSent.class);
      gone.get();
    }
  }

  @Test
  void whoShookHandsAndSaysNothingLeavesADoubt() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> heard = OwnThread.start(() -> listen(listener));

      assertThat(post(client(Certificates.trust()), listener.getLocalPort(), SHORT))
          .isInstanceOf(Exchange.NoAnswer.class);
      assertThat(heard.get()).isPositive();
    }
  }

  @Test
  void theBodyFollowsOnceHandsAreShaken() {
    WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    server.start();
    try {
      server.stubFor(any(anyUrl()).withRequestBody(equalTo("{\"a\":1}")).willReturn(okJson("{}")));
      ApiClient client = client(TrustsAll.trust());
      for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "localhost"}) {
        assertThat(post(client, host, server.httpsPort(), PATIENCE))
            .isInstanceOfSatisfying(
                Exchange.Answer.class, answer -> assertThat(answer.status()).isEqualTo(200));
      }
      server.verify(4, postRequestedFor(anyUrl()));
    } finally {
      server.stop();
    }
  }

  private static ApiClient client(Trust trust) {
    return new ApiClient(new Network(Proxies.ofTheJvm(), trust));
  }

  private static Exchange post(ApiClient client, int port, Duration timeout) {
    return post(client, "localhost", port, timeout);
  }

  private static Exchange post(ApiClient client, String host, int port, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + "/"))
            .POST(BodyPublishers.ofString("{\"a\":1}"))
            .build();
    return new ProviderHttp(client, timeout, Secret.of("")).send(request);
  }

  /** Passes on what the client says, and so many bytes of the answer. */
  private static void relay(ServerSocket listener, int port, int bytes) {
    try (Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OwnThread.begin(() -> back(server, client, bytes));
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException gone) {
      return;
    }
  }

  private static void back(Socket server, Socket client, int bytes) {
    try {
      byte[] some = new byte[bytes];
      for (int left = bytes, count; left > 0; left -= count) {
        count = server.getInputStream().read(some, 0, left);
        client.getOutputStream().write(some, 0, count);
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static void hangUp(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read(new byte[64]);
    } catch (IOException gone) {
      return;
    }
  }

  /** Says how much was heard, until the other side hangs up. */
  private static int listen(ServerSocket listener) {
    int heard = 0;
    try (Socket plain = listener.accept();
        Socket socket = Certificates.enter(plain, "good")) {
      int count = socket.getInputStream().read(new byte[8192]);
      while (count > 0) {
        heard += count;
        count = socket.getInputStream().read(new byte[8192]);
      }
    } catch (IOException gone) {
      return heard;
    }
    return heard;
  }
}
