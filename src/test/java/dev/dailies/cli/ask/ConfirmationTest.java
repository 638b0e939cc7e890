package dev.dailies.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

  private final StringWriter asked = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Yes\n", " YES "})
  void takesAYes(String answer) {
    assertThat(isGiven(answer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n", "yeah\n", "no\ny\n"})
  void takesNothingElse(String answer) {
    assertThat(isGiven(answer)).isFalse();
  }

  @Test
  void asksFirst() {
    isGiven("n");

    assertThat(asked).hasToString("Pay twice? [y/N] ");
  }

  private boolean isGiven(String answer) {
    return new Confirmation(new StringReader(answer), new PrintWriter(asked))
        .isGivenTo("Pay twice?");
  }
}
