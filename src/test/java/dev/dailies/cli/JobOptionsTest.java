package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dailies.providers.cometapi.api-key=sk-typed",
        "--dailies.providers.cometapi.apiKey=sk-typed",
        "--dailies.providers.cometapi.apikey=sk-typed",
        "--dailies.providers.cometapi.API_KEY=sk-typed",
        "--dailies.providers.cometapi[api-key]=sk-typed"
      })
  void refusesAKeyAsAFlag(String flag) {
    Typed typed = FrontDoor.type("config", "pom.xml", flag);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("api-key-file").doesNotContain("sk-typed");
  }
}
