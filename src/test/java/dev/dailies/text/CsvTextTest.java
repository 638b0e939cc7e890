package dev.dailies.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t1",
        "\r1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(A1)"
      })
  void quotesWhatMayBeAFormula(String cell) {
    assertThat(CsvText.inert(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cat;=1+2 | Cat;'=1+2",
        "Cat; =1+2 | Cat; '=1+2",
        "Cat;\"=1+2 | Cat;\"'=1+2",
        "Cat;\uff1d1;@A | Cat;'\uff1d1;'@A",
        "a;b;-5 | a;b;'-5"
      })
  void quotesWhatIsOneWhereAnotherSignSeparates(String cell, String inert) {
    assertThat(CsvText.inert(cell)).isEqualTo(inert);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\r\n"})
  void quotesWhatIsOneBehindATabOrALineBreak(String separator) {
    assertThat(CsvText.inert("Cat" + separator + "=1+2")).isEqualTo("Cat" + separator + "'=1+2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1", "", "a - b", "one;two", "1;2", "me@example.org", "a, =b", "two\nlines"})
  void leavesOtherTextAlone(String text) {
    assertThat(CsvText.inert(text)).isEqualTo(text);
  }
}
