package dev.dailies.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.dailies.Certificates;
import dev.dailies.TolerantTls;
import dev.dailies.TrustsAll;
import dev.dailies.provider.http.network.FakeProxy;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiedDownloadTest {

  @TempDir Path folder;

  private WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());

  @BeforeEach
  void startServer() {
    server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok().withBody(Mp4.clip(10))));
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user:p%40ss@"})
  void leavesTheNameToTheProxy(String login) throws IOException {
    try (FakeProxy proxy =
        login.isEmpty()
            ? FakeProxy.to(server.httpsPort())
            : FakeProxy.to(server.httpsPort(), "Basic dXNlcjpwQHNz")) {
      assertThat(
              download(login + proxy.address(), "https://known-to-the-proxy.invalid/clip", false))
          .isInstanceOf(Downloaded.Saved.class);
      assertThat(proxy.heads())
          .allMatch(head -> head.startsWith("CONNECT known-to-the-proxy.invalid:443 "));
    }
  }

  @Test
  void aHostWithAnUnderscoreProvesItsNameToo() throws Exception {
    try (TolerantTls https = new TolerantTls("wildcard", "self-signed")) {
      assertThat(download(https.port("wildcard"), "my_bucket.other.invalid"))
          .isInstanceOf(Downloaded.NotAClip.class);
      assertThat(download(https.port("self-signed"), "my_bucket.clips.invalid"))
          .isInstanceOf(Downloaded.NotAClip.class);
      assertThat(https.heard()).isEmpty();
      assertThat(download(https.port("wildcard"), "my_bucket.clips.invalid"))
          .isInstanceOf(Downloaded.Saved.class);
      assertThat(https.heard().get(0))
          .startsWith("my_bucket.clips.invalid GET /clip ")
          .contains("Host: my_bucket.clips.invalid\r\n");
    }
  }

  private Downloaded download(int port, String host) throws IOException {
    try (FakeProxy proxy = FakeProxy.to(port)) {
      Downloaded downloaded =
          download(
              new Network(Proxies.of(proxy.address(), null, name -> null), Certificates.trust()),
              "https://" + host + "/clip",
              false);
      assertThat(proxy.heads()).allMatch(head -> head.startsWith("CONNECT " + host + ":443 "));
      return downloaded;
    }
  }

  @Test
  void asksForPlainLinksThroughTheProxy() throws IOException {
    try (FakeProxy proxy = FakeProxy.to(server.port())) {
      assertThat(download(proxy.address(), "http://comfy.invalid:8188/view?f=1", true))
          .isInstanceOf(Downloaded.Saved.class);
      assertThat(proxy.heads().get(0)).startsWith("GET http://comfy.invalid:8188/view?f=1 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/clip",
        "https://169.254.169.254/latest",
        "https://2852039166/latest",
        "https://[::ffff:a9fe:a9fe]/latest",
        "https://[fd00::1]/clip",
        "https://localhost/clip",
        "https://127.0.0.1/clip",
        "https://metadata.google.internal/computeMetadata/v1/",
      })
  void asksNoProxyForWhatIsPlainlyPrivate(String url) throws IOException {
    try (FakeProxy proxy = FakeProxy.to(server.httpsPort())) {
      assertThat(download(proxy.address(), url, false)).isInstanceOf(Downloaded.NotAClip.class);
      assertThat(proxy.heads()).isEmpty();
    }
  }

  @Test
  void followsNoRedirectToAPrivateAddress() throws IOException {
    server.stubFor(
        any(urlEqualTo("/clip")).willReturn(temporaryRedirect("https://192.168.0.1/clip")));
    try (FakeProxy proxy = FakeProxy.to(server.httpsPort())) {
      assertThat(download(proxy.address(), "https://clips.invalid/clip", false))
          .isInstanceOf(Downloaded.NotAClip.class);
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://clips.invalid/clip", "http://clips.invalid/clip"})
  void aProxyThatWantsAPasswordPutsTheClipOff(String url) throws IOException {
    try (FakeProxy proxy = FakeProxy.to(server.port(), "Basic dXNlcjpwQHNz")) {
      assertThat(download(proxy.address(), url, true))
          .isInstanceOfSatisfying(
              Downloaded.TryAgain.class,
              later -> assertThat(later.reason()).contains("the proxy wants a password"));
    }
  }

  @Test
  void aTunnelThatIsNotMadePutsTheClipOff() throws IOException {
    try (FakeProxy proxy = FakeProxy.refusing("502 Bad Gateway")) {
      assertThat(download(proxy.address(), "https://clips.invalid/clip", false))
          .isInstanceOfSatisfying(
              Downloaded.TryAgain.class, later -> assertThat(later.reason()).contains("502"));
    }
  }

  @Test
  void aProxyThatCannotBeUsedPutsTheClipOffAndIsNamed() throws IOException {
    Proxies proxies =
        Proxies.of(null, null, Map.of("all_proxy", "socks5h://me:hunter2@proxy:1080")::get);

    assertThat(download(new Network(proxies, null), "https://example.org/clip", false))
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class,
            later ->
                assertThat(later.reason())
                    .startsWith("all_proxy: a proxy of the kind 'socks5h' cannot be used"));
  }

  private Downloaded download(String proxy, String url, boolean privateAllowed) throws IOException {
    Network network = new Network(Proxies.of(proxy, null, name -> null), TrustsAll.trust());
    return download(network, url, privateAllowed);
  }

  private Downloaded download(Network network, String url, boolean privateAllowed)
      throws IOException {
    try (Downloader downloader = new Downloader(Downloads.PATIENT, network)) {
      return downloader.download(new Source(url, privateAllowed), folder, "shot-001");
    }
  }
}
