package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "shots.csv, shots.csv",
        "--output=out/a@2, --output=out/a@2",
        "my shots.csv, 'my shots.csv'",
        "$HOME, '$HOME'",
        "it's, 'it'\\''s'",
        "``, ''",
      })
  void isQuotedWhereAShellWouldReadMoreIntoIt(String word, String quoted) {
    assertThat(ShellWord.of(word)).isEqualTo(quoted);
  }
}
