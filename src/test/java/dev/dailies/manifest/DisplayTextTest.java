package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {

  @Test
  void keepsWhatFits() {
    assertThat(DisplayText.text("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void shortensWithoutCuttingACharacterInTwo() {
    assertThat(DisplayText.text("x".repeat(58) + "\ud83d\udc31".repeat(3)))
        .isEqualTo("x".repeat(58) + "\ud83d\udc31…");
  }

  @Test
  void showsOnlyTheSizeOfADataUri() {
    assertThat(DisplayText.text("data:image/png;base64,AAAA")).isEqualTo("data:… (26 bytes)");
  }

  @Test
  void stripsTheQueryOfAUrlInsideAText() {
    assertThat(DisplayText.text("like https://example.org/a.png?sig=x in blue"))
        .isEqualTo("like https://example.org/a.png in blue");
  }

  @Test
  void showsWhatCannotBeSeen() {
    assertThat(DisplayText.text("a\n\u001b[31m\u202eb")).isEqualTo("a\\n\\u001B[31m\\u202Eb");
  }

  @Test
  void keepsEmojiThatAreJoined() {
    assertThat(DisplayText.text("\ud83d\udc69\u200d\ud83d\ude80"))
        .isEqualTo("\ud83d\udc69\u200d\ud83d\ude80");
  }
}
