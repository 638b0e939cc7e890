package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void keepsNothingOfNothing() {
    assertThat(PlainText.of(null, 10)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://example.org/a?X-Amz-Signature=secret now",
        "see HTTPS://example.org/a?X-Amz-Signature=secret now",
        "see https:\\/\\/example.org\\/a?X-Amz-Signature=secret now"
      })
  void stripsTheSignedPartOfUrls(String text) {
    assertThat(PlainText.of(text, 100))
        .startsWith("see ")
        .endsWith("a now")
        .doesNotContain("secret");
  }

  @Test
  void fitsOnOneLineOfATerminal() {
    assertThat(PlainText.of(" a\r\n\tb\u001b[31mc\u009b2Jd\u2028e\u202ef\u0000 ", 100))
        .isEqualTo("a b [31mc 2Jd e f");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(PlainText.of("abcdef", 5)).isEqualTo("abcd…");
    assertThat(PlainText.of("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(PlainText.of("abc🎬def", 5)).isEqualTo("abc…");
  }

  @Test
  void copesWithAVeryLongText() {
    String text = "http://".repeat(200_000);

    assertThat(PlainText.of(text, 2_000)).hasSize(2_000);
  }
}
