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
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A name that docker compose gives to a service, and {@code java.net.http} takes for none. */
class UnderscoredHostTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

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
        .isEqualTo(
            new Exchange.NotSent(
                "the host name cannot be resolved (comfy_ui:" + server.port() + ")"));
  }

  @Test
  void isAskedForThroughNoProxy() {
    ApiClient client = client("http://localhost:" + server.port(), "127.0.0.1");

    assertThat(post(client, address()))
        .isEqualTo(
            new Exchange.ShutOut(
                "no proxy can be asked for the host comfy_ui; add it to dailies.no-proxy"));
    server.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void provesNoName() {
    assertThat(post(client(null, "127.0.0.1"), "https://comfy_ui:" + server.port()))
        .isEqualTo(
            new Exchange.ShutOut(
                "the host comfy_ui cannot prove its name; give it one without an underscore"));
    server.verify(0, anyRequestedFor(anyUrl()));
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
