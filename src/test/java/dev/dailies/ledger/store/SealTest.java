package dev.dailies.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checksums of a closed database. */
@Isolated("sets the locale of this process")
class SealTest {

  private static final Locale USUAL = Locale.getDefault();

  private @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("ledger.script"), "x".repeat(1234567890 % 9876));
    Files.writeString(folder.resolve("ledger.data"), "0123456789");
  }

  @AfterEach
  void backHome() {
    Locale.setDefault(USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa", "ne", "my", "th-TH-u-nu-thai", "tr"})
  void isTheSameInEveryLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    new Seal(folder).put();
    String there = Files.readString(folder.resolve("seal"));
    Locale.setDefault(Locale.ROOT);

    assertThat(new Seal(folder).check()).isTrue();
    assertThat(there).matches("[ -~\\n]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa", "ne", "my"})
  void oneThatAnEarlierVersionPutThereIsUnderstood(String locale) throws IOException {
    new Seal(folder).put();
    Path seal = folder.resolve("seal");
    String lines =
        String.format(
            Locale.forLanguageTag(locale),
            Files.readString(seal).replaceAll(" (10|\\d{3,5}) ", " %d "),
            10,
            1234567890 % 9876);
    assertThat(lines).doesNotContain(" 10 ");
    Files.writeString(seal, lines);

    assertThat(new Seal(folder).check()).isTrue();
  }

  @Test
  void aFileOfAnotherSizeIsStillRefused() throws IOException {
    new Seal(folder).put();
    Files.writeString(folder.resolve("ledger.data"), "01234567891");

    assertThatThrownBy(() -> new Seal(folder).check()).isInstanceOf(UntrustedLedgerException.class);
  }
}
