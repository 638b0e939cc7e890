package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareableTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://a.example/x.png?sig=1&b=2, https://a.example/x.png",
        "HTTPS://a.example/x.png?sig='1'&c, HTTPS://a.example/x.png",
        "s3://bucket/key#token=1 and more, s3://bucket/key and more",
        "https://user:pass@word@a.example/x, https://a.example/x",
        "really? https://a.example/x? yes?, really? https://a.example/x? yes?",
        "(\"http://a.example?s=1\"), (\"http://a.example\")",
        "no address at all, no address at all",
      })
  void stripsWhatSignsAnAddress(String text, String shared) {
    assertThat(Shareable.text(text)).isEqualTo(shared);
  }

  @Test
  void stripsWhatDataUrisHold() {
    assertThat(Shareable.text("bad image data:image/png;base64,iVBORw0KGgo= here"))
        .isEqualTo("bad image data:image/png;base64,… here");
  }

  @Test
  void takesLittleTimeForAHostileText() {
    String text = "a".repeat(200_000) + "data:a/" + "https://".repeat(20_000);

    assertTimeout(Duration.ofSeconds(5), () -> Shareable.text(text));
  }
}
