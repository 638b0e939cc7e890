package dev.dailies.provider.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @Test
  void takesTheLastSlashesOffAndKeepsThePath() {
    assertThat(BaseUrl.of(URI.create("https://api.example"))).isEqualTo("https://api.example");
    assertThat(BaseUrl.of(URI.create("https://api.example/"))).isEqualTo("https://api.example");
    assertThat(BaseUrl.of(URI.create("http://[::1]:8080/a/b//")))
        .isEqualTo("http://[::1]:8080/a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example",
        "/path",
        "file:///etc",
        "https:/path",
        "http://comfy_ui:99999",
        "http://comfy%5fui:8188",
        "http://me:secret@comfy_ui:8188",
        "http://comfy_ui:8188?key=secret",
        "https://me:secret@api.example",
        "https://api.example?key=secret",
        "https://api.example/#secret"
      })
  void refusesWhatNoRouteCanBeAppendedTo(String url) {
    assertThatThrownBy(() -> BaseUrl.of(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base-url")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://comfy_ui:8188/, http://comfy_ui:8188, comfy_ui",
    "http://_My_Host.example/a, http://_My_Host.example/a, _my_host.example",
    "https://my_bucket.example/v1/, https://my_bucket.example/v1, my_bucket.example",
  })
  void takesAHostWithAnUnderscore(String url, String taken, String host) {
    assertThat(BaseUrl.of(URI.create(url))).isEqualTo(taken);
    assertThat(BaseUrl.host(URI.create(url))).isEqualTo(host);
  }

  @Test
  void namesTheSettingThatHoldsTheAddress() {
    assertThatThrownBy(() -> BaseUrl.of("server-url", URI.create("ftp://api.example")))
        .hasMessageStartingWith("server-url must");
  }
}
