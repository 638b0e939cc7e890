package dev.dailies.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.Certificates;
import dev.dailies.TolerantTls;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.FakeProxy;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that docker compose gives to a service, and {@code java.net.http} takes for none. */
class UnderscoredHostTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TolerantTls https;

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeAll
  static void startHttps() throws IOException {
    https = new TolerantTls("wildcard", "good", "self-signed", "expired");
  }

  @AfterAll
  static void stopHttps() {
    https.close();
  }

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void isAskedUnderItsName() {
    assertThat(post(client(null, "127.0.0.1"), "http://Comfy_UI:" + server.port() + "/a?b=c_d%20e"))
        .isInstanceOf(Exchange.Answer.class);

    server.verify(1, anyRequestedFor(anyUrl()));
    server.verify(
        postRequestedFor(urlEqualTo("/a?b=c_d%20e"))
            .withHeader("Host", equalTo("comfy_ui:" + server.port())));
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where all of 127.0.0.0/8 is this machine
  void isAskedAtItsOtherAddressWhereTheFirstIsDead() {
    ApiClient client = client(null, "127.0.0.2", "127.0.0.1");

    assertThat(post(client, address())).isInstanceOf(Exchange.Answer.class);

    server.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void nothingWasSentWhereNobodyKnowsTheName() {
    assertThat(post(client(null), address()))
        .isEqualTo(new Exchange.NotSent("unknown host (comfy_ui:" + server.port() + ")"));
  }

  @Test
  void isAskedForInTheClearThroughNoProxy() {
    ApiClient client = client("http://localhost:" + server.port(), "127.0.0.1");

    assertThat(post(client, address()))
        .isEqualTo(
            new Exchange.ShutOut(
                "no proxy can be asked for the host comfy_ui over http; add it to"
                    + " dailies.no-proxy"));
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void isAskedDirectlyWhereTheNameIsExempt() throws IOException {
    try (FakeProxy proxy = FakeProxy.to(server.port())) {
      Network network = new Network(Proxies.of(proxy.address(), "comfy_ui", name -> null), null);
      InetAddress nobody = InetAddress.getByName("192.0.2.1");
      ApiClient client =
          new ApiClient(network, Duration.ofMillis(500), host -> new InetAddress[] {nobody});

      assertThat(post(client, address())).isInstanceOf(Exchange.NotSent.class);
      assertThat(proxy.heads()).isEmpty();
    }
  }

  /** The certificate is for {@code *.clips.invalid}. */
  @ParameterizedTest
  @CsvSource({
    "my_bucket.clips.invalid, wildcard, Answer",
    "My_Bucket.Clips.invalid, wildcard, Answer",
    "my_bucket.other.invalid, wildcard, Untrusted",
    "a.my_bucket.clips.invalid, wildcard, Untrusted",
    "clips_.invalid, wildcard, Untrusted",
    "my_bucket.clips.invalid, good, Untrusted",
    "my_bucket.clips.invalid, self-signed, Untrusted",
    "my_bucket.clips.invalid, expired, Untrusted",
  })
  void mustProveItsName(String host, String certificate, String end) throws Exception {
    int port = https.port(certificate);
    int before = https.heard().size();

    Exchange exchange = post(trusting(null), "https://" + host + ":" + port + "/v1?a=b");

    assertThat(exchange.getClass().getSimpleName()).isEqualTo(end);
    List<String> heard = https.heard();
    assertThat(heard).hasSize(end.equals("Answer") ? before + 1 : before);
    if (end.equals("Answer")) {
      String name = host.toLowerCase(Locale.ROOT);
      assertThat(heard.get(before))
          .startsWith(name + " POST /v1?a=b HTTP/1.1")
          .contains("Host: " + name + ":" + port + "\r\n");
    }
  }

  @Test
  void isReachedThroughATunnel() throws Exception {
    int before = https.heard().size();
    try (FakeProxy proxy = FakeProxy.to(https.port("wildcard"))) {
      assertThat(post(trusting(proxy.address()), "https://my_bucket.clips.invalid/v1"))
          .isInstanceOf(Exchange.Answer.class);

      assertThat(proxy.heads().get(0)).startsWith("CONNECT 192.0.2.1:443 ");
      assertThat(https.heard().get(before))
          .startsWith("my_bucket.clips.invalid POST /v1 ")
          .contains("Host: my_bucket.clips.invalid\r\n");
    }
  }

  /** Behind the proxy lies what only the proxy reaches. */
  private static ApiClient trusting(@Nullable String proxy) {
    String address = proxy == null ? "127.0.0.1" : "192.0.2.1";
    return new ApiClient(
        new Network(Proxies.of(proxy, null, name -> null), Certificates.trust()),
        PATIENCE,
        host -> new InetAddress[] {InetAddress.getByName(address)});
  }

  private String address() {
    return "http://comfy_ui:" + server.port();
  }

  private static Exchange post(ApiClient client, String url) {
    var http = new ProviderHttp(client, PATIENCE, Secret.of(""));
    return new KeyedHttp(http, Secret.of(""), Map.of()).post(url, "{}");
  }

  /** A client that finds these addresses for the name alone. */
  private static ApiClient client(@Nullable String proxy, String... found) {
    return new ApiClient(
        new Network(Proxies.of(proxy, null, name -> null), null),
        PATIENCE,
        host -> {
          if (!host.equals("comfy_ui") || found.length == 0) {
            throw new UnknownHostException(host);
          }
          InetAddress[] addresses = new InetAddress[found.length];
          for (int i = 0; i < found.length; i++) {
            addresses[i] = InetAddress.getByName(found[i]);
          }
          return addresses;
        });
  }
}
