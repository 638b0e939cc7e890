package dev.dailies.provider.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Certificates;
import dev.dailies.OwnThread;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import dev.dailies.provider.http.network.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host of two addresses: at the first, which the client asks by itself, nobody listens. */
@EnabledOnOs(OS.LINUX) // where all of 127.0.0.0/8 is this machine
class ManyAddressesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InetAddress FIRST = loopback(1);
  private static final InetAddress SECOND = loopback(2);

  private static InetAddress loopback(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void asksTheOtherAddressUnderTheNameOfTheHost() throws Exception {
    try (ServerSocket second = second()) {
      CompletableFuture<String> heard = OwnThread.start(() -> answer(second, null));

      Exchange exchange = post("http://localhost:" + second.getLocalPort() + "/v1?a=b%20c", null);

      assertThat(exchange).isInstanceOf(Exchange.Answer.class);
      assertThat(heard.get())
          .startsWith("POST /v1?a=b%20c HTTP/1.1")
          .contains("Host: localhost:" + second.getLocalPort());
    }
  }

  @ParameterizedTest
  @CsvSource({"good, Answer", "other-host, Untrusted", "self-signed, Untrusted"})
  void theOtherAddressMustProveToBeTheHost(String certificate, String end) throws Exception {
    try (ServerSocket second = second()) {
      CompletableFuture<String> heard = OwnThread.start(() -> answer(second, certificate));

      Exchange exchange =
          post("https://localhost:" + second.getLocalPort() + "/", Certificates.trust());

      assertThat(exchange.getClass().getSimpleName()).isEqualTo(end);
      assertThat(heard.get().isEmpty()).isEqualTo(!end.equals("Answer"));
    }
  }

  @Test
  void asksNoOtherAddressOnceSomethingWasSent() throws Exception {
    try (ServerSocket first = new ServerSocket(0, 9, FIRST);
        ServerSocket second = new ServerSocket(first.getLocalPort(), 9, SECOND)) {
      second.setSoTimeout(500);
      OwnThread.begin(() -> hangUp(first));

      Exchange exchange = post("http://localhost:" + first.getLocalPort() + "/", null);

      assertThat(exchange).isInstanceOf(Exchange.NoAnswer.class);
      assertThat(answer(second, null)).isEmpty();
    }
  }

  private static ServerSocket second() throws IOException {
    return new ServerSocket(0, 9, SECOND);
  }

  private static Exchange post(String url, @Nullable Trust trust) {
    ApiClient client =
        new ApiClient(
            new Network(Proxies.ofTheJvm(), trust),
            PATIENCE,
            host -> new InetAddress[] {FIRST, SECOND});
    return new ProviderHttp(client, PATIENCE, Secret.of(""))
        .send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString("{}")).build());
  }

  /** Answers once, and says what was heard; empty if the two did not come to terms. */
  private static String answer(ServerSocket listener, @Nullable String certificate) {
    try (Socket plain = listener.accept();
        Socket socket = certificate == null ? plain : Certificates.enter(plain, certificate)) {
      byte[] head = new byte[8192];
      int count = socket.getInputStream().read(head);
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(head, 0, Math.max(0, count), ISO_8859_1);
    } catch (IOException noTerms) {
      return "";
    }
  }

  private static void hangUp(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read(new byte[8192]);
    } catch (IOException gone) {
      return;
    }
  }
}
