package dev.dailies.provider.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void namesTheSettingThatHoldsTheAddress() {
    assertThatThrownBy(() -> BaseUrl.of("server-url", URI.create("ftp://api.example")))
        .hasMessageStartingWith("server-url must");
  }
}
