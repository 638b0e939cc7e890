package dev.dailies.provider.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private static final String HTTPS = "https://api.example.com/v1";
  private static final String HTTP = "http://comfy.example.com:8188/prompt";

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://***@p:3128, none",
    "https_proxy, http://***@p:3128, none",
    "http_proxy, none, http://***@p:3128",
    "HTTP_PROXY, none, none",
    "ALL_PROXY, http://***@p:3128, http://***@p:3128",
    "all_proxy, http://***@p:3128, http://***@p:3128",
    "Https_Proxy, none, none",
  })
  void obeysTheVariablesThatCurlObeys(String name, String https, String http) {
    Proxies proxies = of(Map.of(name, "http://user:secret@p:3128"));

    assertThat(named(proxies, HTTPS)).isEqualTo(https);
    assertThat(named(proxies, HTTP)).isEqualTo(http);
  }

  @Test
  void theLowerCaseAndTheSchemesOwnCountFirst() {
    Proxies proxies =
        of(
            Map.of(
                "https_proxy",
                "lower:1",
                "HTTPS_PROXY",
                "upper:2",
                "ALL_PROXY",
                "all:3",
                "http_proxy",
                " "));

    assertThat(named(proxies, HTTPS)).isEqualTo("http://lower:1");
    assertThat(named(proxies, HTTP)).isEqualTo("http://all:3");
  }

  @Test
  void theSettingCountsBeforeTheEnvironment() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", "example.com");

    assertThat(named(of(variables), HTTPS)).isEqualTo("none");
    assertThat(named(Proxies.of("q:2", "other.net", variables::get), HTTPS))
        .isEqualTo("http://q:2");
    assertThat(named(Proxies.of("q:2", "other.net", variables::get), HTTP)).isEqualTo("http://q:2");
    assertThat(named(Proxies.of("none", null, variables::get), HTTPS)).isEqualTo("none");
  }

  @Test
  void noProxyInLowerCaseCountsFirst() {
    Proxies proxies =
        of(Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", "other.net", "no_proxy", "example.com"));

    assertThat(named(proxies, HTTPS)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, http://proxy:1080",
    "proxy:3128, http://proxy:3128",
    "HTTP://proxy:3128/, http://proxy:3128",
    "http://u@proxy:3128, http://***@proxy:3128",
    "http://u:a@b@proxy, http://***@proxy:1080",
    "[::2]:3128, http://[::2]:3128",
    "http://proxy:80, http://proxy:80",
    "http://u:p@squid_proxy:3128, http://***@squid_proxy:3128",
    "Squid_1.example, http://squid_1.example:1080",
  })
  void readsAnAddressAsCurlDoes(String text, String shown) {
    assertThat(ProxyAddress.of(text)).hasToString(shown);
  }

  @Test
  void decodesThePassword() {
    assertThat(ProxyAddress.of("http://us%3Aer:p%40s+s@proxy:1").password()).isEqualTo("p@s+s");
    assertThat(ProxyAddress.of("http://us%3Aer:p%40s+s@proxy:1").user()).isEqualTo("us:er");
    assertThat(ProxyAddress.of("http://proxy:1").authorization()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://user:hunter2@proxy:1",
        "https://user:hunter2@proxy",
        "http://user:hunter2@",
        "http://user:hunter2@proxy:port",
        "http://user:hunter2@proxy:70000",
        "http://user:hunter2@a b",
        "user:hunter2@"
      })
  void refusesWhatItCannotUseWhereItWouldBeWithoutShowingThePassword(String text) {
    Proxies proxies = of(Map.of("HTTPS_PROXY", text, "http_proxy", "p:1", "no_proxy", "x.net"));

    assertThat(proxies.refusal(URI.create(HTTPS)).orElseThrow())
        .startsWith("HTTPS_PROXY: ")
        .doesNotContain("hunter2");
    assertThat(proxies.select(URI.create(HTTPS)))
        .extracting(proxy -> ((InetSocketAddress) proxy.address()).getHostString())
        .containsExactly("a-proxy-that-cannot-be-used.invalid");
    assertThat(proxies.shown()).containsEntry("https", "one that cannot be used");
    for (String other : List.of(HTTP, "https://x.net/", "https://localhost/")) {
      assertThat(proxies.refusal(URI.create(other))).isEmpty();
    }
    assertThatThrownBy(() -> Proxies.of(text, null, name -> null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("dailies.proxy: ")
        .satisfies(
            failure -> {
              for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause).hasMessageNotContaining("hunter2");
              }
            });
  }

  @Test
  void oneForAllThatCannotBeUsedIsNoneWhereThereIsABetter() {
    Proxies proxies = of(Map.of("all_proxy", "socks5h://p:1080", "https_proxy", "q:3128"));

    assertThat(named(proxies, HTTPS)).isEqualTo("http://q:3128");
    assertThat(proxies.refusal(URI.create(HTTPS))).isEmpty();
    assertThat(proxies.refusal(URI.create(HTTP)).orElseThrow()).contains("'socks5h'");
  }

  @Test
  void anEmptyListOfHostsInLowerCaseHidesNoOther() {
    Proxies proxies = of(Map.of("HTTPS_PROXY", "p:1", "no_proxy", "", "NO_PROXY", "example.com"));

    assertThat(named(proxies, HTTPS)).isEqualTo("none");
  }

  @Test
  void thisMachineIsNeverAskedForThroughAProxy() {
    Proxies proxies = of(Map.of("http_proxy", "p:1"));

    assertThat(proxies.serve(URI.create("http://localhost:8188/"))).isFalse();
    assertThat(proxies.serve(URI.create("http://127.0.0.1:8188/"))).isFalse();
    assertThat(proxies.serve(URI.create("http://10.0.0.1:8188/"))).isTrue();
    assertThat(proxies.select(URI.create("http://[::1]:8188/"))).containsExactly(Proxy.NO_PROXY);
  }

  private static Proxies of(Map<String, String> variables) {
    return Proxies.of(null, null, variables::get);
  }

  private static @Nullable String named(Proxies proxies, String url) {
    return proxies.named(URI.create(url)).map(ProxyAddress::toString).orElse("none");
  }
}
