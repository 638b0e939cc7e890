package dev.dailies.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  @Test
  void doesNotPrintItself() {
    Secret secret = Secret.of(" sk-12345 \n");

    assertThat(secret.reveal()).isEqualTo("sk-12345");
    assertThat(secret).hasToString("***");
    assertThat(new ProviderContextLike(secret).toString()).doesNotContain("12345");
  }

  private record ProviderContextLike(Secret key) {}

  @Test
  void isTakenOutOfTexts() {
    assertThat(Secret.of("sk-12345").redact("Bearer sk-12345, sk-12345"))
        .isEqualTo("Bearer ***, ***");
  }

  @Test
  void isTakenOutOfTextsInEveryGuise() {
    String key = "sk-a+b/c=d1234";
    String url = URLEncoder.encode(key, UTF_8);
    for (String guise : List.of(key, "sk-a+b\\/c=d1234", url, "sk-a%2bb%2fc%3dd1234")) {
      assertThat(Secret.of(key).redact("was " + guise + ".")).doesNotContain("d1234");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xx", "user:", "Bearer "})
  void isTakenOutOfBase64WhereverItStands(String before) {
    String key = "sk->>>???-12345";
    byte[] bytes = (before + key + "~~").getBytes(UTF_8);
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String redacted = Secret.of(key).redact(encoder.encodeToString(bytes));

      assertThat(redacted).contains("***").hasSizeLessThan(before.length() * 4 / 3 + 12);
    }
  }

  @Test
  void isLeftInPlaceWhereItCannotBeToldFromWords() {
    assertThat(Secret.of("").redact("a text")).isEqualTo("a text");
    assertThat(Secret.of("ex").redact("a text")).isEqualTo("a text");
    assertThat(Secret.of(" ").isEmpty()).isTrue();
  }

  @Test
  void knowsWhatNoHeaderCanCarry() {
    assertThat(Secret.of("sk-12345").problem()).isEmpty();
    assertThat(Secret.of(" ").problem()).contains("there is no API key");
    assertThat(Secret.of("sk-12\n345").problem()).isPresent();
    assertThat(Secret.of("sk-12345é").problem().orElseThrow()).doesNotContain("12345");
  }
}
