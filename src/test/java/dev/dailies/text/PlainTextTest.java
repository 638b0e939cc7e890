package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://a.example/x.png?sig=1&b=2, https://a.example/x.png",
        "HTTPS://a.example/x.png?sig='1'&c, HTTPS://a.example/x.png",
        "s3://bucket/key#token=1 and more, s3://bucket/key and more",
        "https://user:pass@word@a.example/x, https://a.example/x",
        "see https://user:pass@host/p?sig=x now, see https://host/p now",
        "see https:\\/\\/user:pass@host\\/p?sig=x now, see https:\\/\\/host\\/p now",
        "cannot load 'https://host/p?sig=x', cannot load 'https://host/p'",
        "really? https://a.example/x? yes?, really? https://a.example/x? yes?",
        "(\"http://a.example?s=1\"), (\"http://a.example\")",
        "(http://a.example?s=1)., (http://a.example).",
        "C:\\\\clips\\\\a#1.mp4, C:\\\\clips\\\\a#1.mp4",
        "no address at all, no address at all",
      })
  void stripsWhatSignsAnAddress(String text, String shared) {
    assertThat(PlainText.withoutSecrets(text)).isEqualTo(shared);
    assertThat(PlainText.oneLine(text, 300)).isEqualTo(shared);
    assertThat(PlainText.of(text, 300)).isEqualTo(shared);
  }

  @Test
  void stripsWhatDataUrisHold() {
    assertThat(PlainText.withoutSecrets("bad image data:image/png;base64,iVBORw0KGgo= here"))
        .isEqualTo("bad image data:image/png;base64,… here");
  }

  @Test
  void keepsTheLinesOfAText() {
    assertThat(PlainText.withoutSecrets("one\n  two")).isEqualTo("one\n  two");
  }

  @Test
  void isEmptyOrNothingForNothing() {
    assertThat(PlainText.withoutSecrets(null)).isEmpty();
    assertThat(PlainText.of(null, 10)).isNull();
  }

  @Test
  void fitsOnOneLineOfATerminal() {
    String text = " a\r\n\tb\u001b[31mc\u009b2Jd\u2028e\u202ef  g\u0000 ";

    assertThat(PlainText.oneLine(text, 100)).isEqualTo("a b [31mc 2Jd e f g");
    assertThat(PlainText.of(text, 100)).isEqualTo("a b [31mc 2Jd e f g");
  }

  /** What is cut off was cleaned before: half a URL shows no password. */
  @ParameterizedTest
  @ValueSource(ints = {9, 12, 16, 20, 40})
  void cutsOnlyWhatIsClean(int length) {
    String text = "https://user:pass@host/p?sig=x is gone";

    assertThat(PlainText.of(text, length)).doesNotContain("user", "pass", "sig");
    assertThat(PlainText.oneLine(text, length)).doesNotContain("user", "pass", "sig");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(PlainText.of("abc🎬def", 5)).isEqualTo("abc…");
    assertThat(PlainText.of("abc🎬def", 6)).isEqualTo("abc🎬…");
    assertThat(PlainText.oneLine("abc🎬def", 5)).isEqualTo("abc🎬…");
  }

  @Test
  void copesWithAVeryLongText() {
    assertThat(PlainText.of("http://".repeat(200_000), 2_000)).hasSize(2_000);
    assertThat(PlainText.of("http://h/p?" + "a&".repeat(200_000), 2_000)).isEqualTo("http://h/p");
  }

  @Test
  void takesLittleTimeForAHostileText() {
    String text = "a".repeat(200_000) + "data:a/" + "https://".repeat(20_000);

    assertTimeout(Duration.ofSeconds(5), () -> PlainText.withoutSecrets(text));
  }

  @Test
  void looksNoFurtherThanIsShown() {
    String text = "{\"id\":\"" + "x".repeat(30_000_000) + "\"}";

    assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(PlainText.oneLine(text, 200)).hasSize(200));
  }
}
