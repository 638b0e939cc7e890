package dev.dailies.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
