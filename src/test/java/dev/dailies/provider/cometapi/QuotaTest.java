package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the key may stand in an address. */
class QuotaTest {

  @Test
  void isAskedOfTheHostThatCometapiNamesAndElsewhereOfNobodyElse() {
    assertThat(Quota.placeFor("https://api.cometapi.com")).isEqualTo("https://query.cometapi.com");
    assertThat(Quota.placeFor("https://gateway.example")).isEqualTo("https://gateway.example");
  }
}
