package dev.dailies.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {

  private static final byte[] BYTES = "meow".getBytes(StandardCharsets.US_ASCII);

  @Test
  void holdsAFile() throws IOException {
    DataUri written = DataUri.of(MediaType.PNG, BYTES);

    assertThat(written.text()).isEqualTo("data:image/png;base64,bWVvdw==");
    assertThat(DataUri.of(written.text())).contains(written);
    assertThat(written.content().readAllBytes()).isEqualTo(BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 100_001})
  void knowsItsSizeAndGivesItsBytes(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    DataUri written = DataUri.of(MediaType.PNG, bytes);

    assertThat(written.bytes()).isEqualTo(size);
    assertThat(written.content().readAllBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data:",
        "data:image/png,meow",
        "data:image/png;base64,",
        "data:image/png;base64,bWVv*w==",
        "data:image/png;base64,bWVvd",
        "data:;base64,bWVvdw==",
        "https://a.example/?data:image/png;base64,bWVvdw=="
      })
  void isNothingElse(String text) {
    assertThat(DataUri.of(text)).isEmpty();
  }

  @Test
  void takesAVeryLongOne() {
    String text = DataUri.of(MediaType.MP4, new byte[3_000_000]).text();

    assertThat(DataUri.of(text)).isPresent();
    assertThat(DataUri.shortenAll("{\"videoUri\":\"" + text + "\"}"))
        .isEqualTo("{\"videoUri\":\"data:video/mp4 (3000000 bytes)\"}");
  }

  @Test
  void isNotShownWhole() {
    assertThat(DataUri.of(MediaType.PNG, BYTES).toString()).doesNotContain("bWVvdw");
    Request request =
        new Request("https://a.example", "/", null, "[\"data:image/png;base64,bWVvdw==\"]", null);
    assertThat(request.forTheRecord().body()).doesNotContain("bWVvdw");
  }
}
