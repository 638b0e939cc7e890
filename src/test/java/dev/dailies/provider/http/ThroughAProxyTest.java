package dev.dailies.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.TrustsAll;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.network.FakeProxy;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThroughAProxyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** {@code user:p@ss} */
  private static final String LOGIN = "Basic dXNlcjpwQHNz";

  private WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());

  @BeforeEach
  void startServer() {
    server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    server.start();
    server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"x\"}")));
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void leavesTheNameToTheProxy() throws IOException {
    try (FakeProxy plain = FakeProxy.to(server.port());
        FakeProxy tunnel = FakeProxy.to(server.httpsPort())) {
      assertThat(post(plain.address(), "http://known-to-the-proxy.invalid/v1"))
          .isInstanceOf(Exchange.Answer.class);
      // The certificate is for another name; the tunnel was made, and nothing was sent through it.
      assertThat(post(tunnel.address(), "https://known-to-the-proxy.invalid/v1"))
          .isInstanceOf(Exchange.Untrusted.class);

      assertThat(plain.heads().get(0)).startsWith("POST http://known-to-the-proxy.invalid/v1 ");
      assertThat(tunnel.heads().get(0)).startsWith("CONNECT known-to-the-proxy.invalid:443 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void tellsThePasswordToTheProxyAlone(String scheme) throws IOException {
    int port = scheme.equals("http") ? server.port() : server.httpsPort();
    try (FakeProxy proxy = FakeProxy.to(port, LOGIN)) {
      ApiClient client =
          new ApiClient(
              new Network(
                  Proxies.of("user:p%40ss@" + proxy.address(), null, name -> null),
                  TrustsAll.trust()));

      assertThat(post(client, scheme + "://known-to-the-proxy.invalid/v1"))
          .isInstanceOf(Exchange.Answer.class);

      assertThat(proxy.heads()).hasSize(1);
      if (scheme.equals("https")) {
        server.verify(1, postRequestedFor(anyUrl()).withHeader("Proxy-Authorization", absent()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aProxyThatWantsAPasswordIsAboutTheCredentials(String scheme) throws IOException {
    try (FakeProxy proxy = FakeProxy.to(server.port(), LOGIN)) {
      Exchange exchange = post(proxy.address(), scheme + "://api.invalid/v1");

      assertThat(((Exchange.Broken) exchange).asSubmission())
          .isInstanceOfSatisfying(
              Submission.Halt.class,
              halt -> {
                assertThat(halt.cause()).isEqualTo(HaltCause.CREDENTIALS);
                assertThat(halt.reason()).contains("the proxy wants a password");
              });
      server.verify(0, anyRequestedFor(anyUrl()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 Bad Gateway", "403 Forbidden", "504 Gateway Timeout", "302 Found"})
  void nothingWasSentWhereTheTunnelIsNotMade(String status) throws IOException {
    try (FakeProxy proxy = FakeProxy.refusing(status)) {
      assertThat(post(proxy.address(), "https://api.invalid/v1"))
          .isInstanceOfSatisfying(
              Exchange.NotSent.class,
              not -> assertThat(not.reason()).contains("proxy", status.substring(0, 3)));
    }
  }

  @Test
  void nothingWasSentWhereTheProxySaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      ApiClient client =
          new ApiClient(
              new Network(
                  Proxies.of("127.0.0.1:" + silent.getLocalPort(), null, name -> null), null));

      assertThat(
              new ProviderHttp(client, Duration.ofSeconds(1), Secret.of(""))
                  .send(
                      HttpRequest.newBuilder(URI.create("https://api.invalid/v1"))
                          .POST(BodyPublishers.ofString("{}"))
                          .build()))
          .isInstanceOf(Exchange.NotSent.class);
    }
  }

  private static Exchange post(String proxy, String url) {
    return post(new ApiClient(new Network(Proxies.of(proxy, null, name -> null), null)), url);
  }

  private static Exchange post(ApiClient client, String url) {
    return new ProviderHttp(client, PATIENCE, Secret.of(""))
        .send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString("{}")).build());
  }
}
