package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTemplateTest {

  private static final Map<String, String> FACTS =
      Map.of(
          "id", "shot-001",
          "take", "2",
          "n", "1",
          "model", "gen4_turbo",
          "prompt", "A cat, yawning: in the sun",
          "date", "2026-11-20");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id}                      | shot-001",
        "{id}_{take}               | shot-001_2",
        "{date} {model} {prompt:8} | 2026-11-20 gen4_turbo A-cat-ya",
        "{prompt:6}                | A-cat",
        "{prompt}                  | A-cat-yawning-in-the-sun",
        "night.{n}                 | night.1",
        "..{id}.. -                | shot-001",
        "été {id}                  | été shot-001"
      })
  void fillsInTheFacts(String template, String name) {
    assertThat(NameTemplate.of(template).fill(FACTS)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{ids}",
        "{id",
        "id}",
        "a/b",
        "..\\{id}",
        "{id}:{take}",
        "{prompt:0}",
        "{prompt:-1}",
        "{prompt:4000}",
        "{ID}",
        "a\nb",
        "{id}*",
        "{id}?",
        "<{id}>",
        "\u202e{id}"
      })
  void refusesWhatIsNoTemplateAndNamesTheFix(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameTemplate.of(template))
        .withMessageContaining("use {id}, {take}, {n}, {model}, {prompt:40} and {date}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "../../etc/passwd      | etc-passwd",
        "C:\\Windows\\nul      | C-Windows-nul",
        "CON                   | _CON",
        "com1.txt              | _com1.txt",
        "Report                | _Report",
        "summary.json          | _summary.json",
        "-rf                   | rf",
        ".hidden               | hidden",
        "the end...            | the-end",
        "=SUM(A1;B2)           | SUM-A1-B2",
        "a\u202etxt.exe        | a-txt.exe",
        "zero\u200bwidth       | zero-width",
        "\u0301alone           | alone",
        "\uD83D\uDE00 smile    | smile",
        "\uD800 half           | half",
        "東京の夜              | 東京の夜"
      })
  void aPromptBecomesAPlainName(String prompt, String name) {
    assertThat(named(prompt)).isEqualTo(name);
  }

  @Test
  void aPromptOfSignsAloneGivesNoName() {
    assertThat(named("?!… \uD83D\uDE00 ***")).isEmpty();
  }

  @Test
  void namesAreInOneUnicodeForm() {
    String decomposed = Normalizer.normalize("Café Zoë", Form.NFD);

    assertThat(named(decomposed)).isEqualTo("Café-Zoë").isEqualTo(named("Café Zoë"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ä", "夜", "\uD840\uDC0B"})
  void aNameIsOfSoManyBytesAndNoCharacterIsCut(String character) {
    String name = named(character.repeat(500));

    assertThat(name.getBytes(UTF_8)).hasSizeBetween(117, 120);
    assertThat(name.replace(character, "")).isEmpty();
  }

  @Test
  void countsCharactersAndNotTheirHalves() {
    String name = NameTemplate.of("{prompt:3}").fill(Map.of("prompt", "\uD840\uDC0B".repeat(5)));

    assertThat(name.codePointCount(0, name.length())).isEqualTo(3);
  }

  private static String named(String prompt) {
    return NameTemplate.of("{prompt}").fill(Map.of("prompt", prompt));
  }
}
