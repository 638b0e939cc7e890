package dev.dailies.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.dailies.TrustsAll;
import dev.dailies.media.MediaType;
import dev.dailies.provider.http.network.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private static final byte[] CLIP = Mp4.clip(1_000);

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort().dynamicHttpsPort()).build();

  @RegisterExtension
  static final WireMockExtension OTHER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final Path folder;

  RedirectTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsToAnotherHostWithoutCredentials(int status) {
    redirect(status, "/clip", OTHER.url("/elsewhere?signature=1"));
    OTHER.stubFor(get("/elsewhere?signature=1").willReturn(aResponse().withBody(CLIP)));

    assertThat(download("http://user:password@localhost:" + SERVER.getPort() + "/clip"))
        .isInstanceOf(Downloaded.Saved.class);
    OTHER.verify(
        1,
        getRequestedFor(anyUrl())
            .withHeader("Authorization", absent())
            .withHeader("Cookie", absent())
            .withHeader("Referer", absent()));
  }

  @Test
  void sendsTheProvidersHeadersToTheProviderAlone() {
    String elsewhere = "http://127.0.0.1:" + SERVER.getPort();
    redirect(302, "/view", elsewhere + "/clip");
    SERVER.stubFor(get("/clip").willReturn(aResponse().withBody(CLIP)));
    Source source =
        Source.of(
            url("/view"),
            List.of(url("/comfy")),
            Map.of("Authorization", "Bearer k"),
            EnumSet.allOf(MediaType.class));

    assertThat(Downloads.downloader().download(source, folder, "shot-001"))
        .isInstanceOf(Downloaded.Saved.class);

    SERVER.verify(
        getRequestedFor(urlEqualTo("/view")).withHeader("Authorization", equalTo("Bearer k")));
    SERVER.verify(getRequestedFor(urlEqualTo("/clip")).withHeader("Authorization", absent()));
    assertThat(source.toString()).doesNotContain("Bearer");
  }

  @Test
  void sendsNoHeadersToWhereAnotherHostLeadsBackTo() {
    redirect(302, "/away", OTHER.url("/back"));
    OTHER.stubFor(
        get("/back").willReturn(aResponse().withStatus(302).withHeader("Location", url("/clip"))));
    SERVER.stubFor(get("/clip").willReturn(aResponse().withBody(CLIP)));
    Source source =
        Source.of(
            url("/away"),
            List.of(url("/v1")),
            Map.of("Authorization", "Bearer k"),
            EnumSet.allOf(MediaType.class));

    assertThat(Downloads.downloader().download(source, folder, "shot-001"))
        .isInstanceOf(Downloaded.Saved.class);

    SERVER.verify(
        getRequestedFor(urlEqualTo("/away")).withHeader("Authorization", equalTo("Bearer k")));
    OTHER.verify(getRequestedFor(urlEqualTo("/back")).withHeader("Authorization", absent()));
    SERVER.verify(getRequestedFor(urlEqualTo("/clip")).withHeader("Authorization", absent()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\'',
      value = {
        "?sig=1 /f/clip.mp4?sig=1",
        "next.mp4?a|b /f/next.mp4?a%7Cb",
        "'' /f/clip.mp4",
        "'/g/a b' /g/a%20b",
        "/g/gr\u00f6\u00dfe /g/gr%C3%B6%C3%9Fe"
      })
  void followsALocationAsBrowsersDo(String location, String leadsTo) throws IOException {
    try (RawServer server =
        new RawServer(
            RawServer.inTurn(
                socket ->
                    RawServer.send(
                        socket,
                        ("HTTP/1.1 302 Found\r\nLocation: "
                                + location
                                + "\r\n"
                                + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8)),
                socket -> {
                  RawServer.send(
                      socket, "HTTP/1.1 200 OK\r\nContent-Length: " + CLIP.length + "\r\n\r\n");
                  RawServer.send(socket, CLIP);
                }))) {
      String link = server.url().replaceAll("/clip.*", "/f/clip.mp4");

      assertThat(download(link)).isInstanceOf(Downloaded.Saved.class);
      assertThat(server.heads().get(1)).startsWith("GET " + leadsTo + " HTTP");
    }
  }

  @Test
  void fetchesFromALinkWithStrayCharacters() {
    SERVER.stubFor(get("/clip.mp4?x=a%7Cb").willReturn(aResponse().withBody(CLIP)));

    assertThat(download(" " + url("/clip.mp4?x=a|b") + "\r\n"))
        .isInstanceOf(Downloaded.Saved.class);
  }

  /** However it is written, it is seen to be this machine or a neighbour before it is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {"127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "0xa9.0xfe.1.1"})
  void knowsAPrivateAddressInEveryForm(String host) {
    Source source = new Source("https://" + host + ":" + SERVER.getHttpsPort() + "/clip", false);

    assertThat(Downloads.downloader().download(source, folder, "shot-001"))
        .isInstanceOfSatisfying(
            Downloaded.NotAClip.class,
            refused -> assertThat(refused.reason()).endsWith("is not a public address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.1.1:1/clip",
        "http://0xa9fe0101:1/clip",
        "http://[fe80::1]:1/clip",
        "http://169.254.169.254/latest"
      })
  void fetchesFromNoLinkLocalAddressThoughTheProviderIsPrivate(String link) {
    redirect(302, "/clip", link);

    assertThat(download(link)).isInstanceOf(Downloaded.NotAClip.class);
    assertThat(download(url("/clip"))).isInstanceOf(Downloaded.NotAClip.class);
  }

  @Test
  void followsARelativeLocation() {
    redirect(302, "/a/clip", "../b/clip?x=1");
    SERVER.stubFor(get("/b/clip?x=1").willReturn(aResponse().withBody(CLIP)));

    assertThat(download(url("/a/clip"))).isInstanceOf(Downloaded.Saved.class);
  }

  @Test
  void followsAsManyRedirectsAsBrowsersAndNoMore() {
    for (int hop = 0; hop < 21; hop++) {
      redirect(302, "/" + hop, "/" + (hop + 1));
    }
    SERVER.stubFor(get("/21").willReturn(aResponse().withBody(CLIP)));

    assertThat(download(url("/1"))).isInstanceOf(Downloaded.Saved.class);
    assertThat(download(url("/0")))
        .isEqualTo(new Downloaded.NotAClip("the link redirects more than 20 times"));
  }

  @Test
  void leavesALoop() {
    redirect(302, "/clip", "/clip");

    assertThat(download(url("/clip"))).isInstanceOf(Downloaded.NotAClip.class);
    SERVER.verify(21, getRequestedFor(anyUrl()));
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "data:video/mp4;base64,AAAA",
        "ftp://example.org/clip",
        "javascript:alert(1)",
        "http://exa mple.org/",
        "https://example.org:99999/"
      })
  void followsNoLinkThatIsNotOfTheWeb(String location) {
    redirect(302, "/clip", location);

    assertThat(download(url("/clip"))).isInstanceOf(Downloaded.NotAClip.class);
    assertThat(download(location)).isInstanceOf(Downloaded.NotAClip.class);
    assertThat(namesIn(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.2:%d/clip", "http://127.0.0.1:%d/clip"})
  void followsNoLinkFromThePublicToAPrivateAddressOrToPlainHttp(String target) throws Exception {
    boolean plain = target.startsWith("http:");
    int port = plain ? SERVER.getPort() : SERVER.getHttpsPort();
    redirect(302, "/start", String.format(target, port));
    SERVER.stubFor(get("/clip").willReturn(aResponse().withBody(CLIP)));
    InetAddress standIn = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    Downloader downloader = Downloads.downloader(trusting(), standIn::equals, new Disk());
    String start = "https://127.0.0.1:" + SERVER.getHttpsPort();

    assertThat(downloader.download(new Source(start + "/clip", false), folder, "shot-001"))
        .isInstanceOf(Downloaded.Saved.class);
    assertThat(downloader.download(new Source(start + "/start", false), folder, "shot-002"))
        .isInstanceOf(Downloaded.NotAClip.class);
    SERVER.verify(2, getRequestedFor(anyUrl()));
  }

  @Test
  void opensNoConnectionToAPrivateAddressUnlessAllowed() {
    Source source = new Source("https://localhost:" + SERVER.getHttpsPort() + "/clip", false);

    assertThat(Downloads.downloader().download(source, folder, "shot-001"))
        .isEqualTo(new Downloaded.NotAClip("localhost is not a public address"));
    SERVER.verify(0, getRequestedFor(anyUrl()));
  }

  private Downloaded download(String url) {
    return Downloads.downloader().download(local(url), folder, "shot-001");
  }

  private static String url(String path) {
    return "http://localhost:" + SERVER.getPort() + path;
  }

  private static void redirect(int status, String path, String location) {
    SERVER.stubFor(
        get(path)
            .willReturn(
                okForContentType("text/html", "<html>moved</html>")
                    .withStatus(status)
                    .withHeader("Set-Cookie", "session=1")
                    .withHeader("Location", location)));
  }

  private static FileClient trusting() {
    return new FileClient(
        1,
        Proxies.ofTheJvm(),
        () -> new DefaultClientTlsStrategy(TrustsAll.context(), NoopHostnameVerifier.INSTANCE));
  }
}
