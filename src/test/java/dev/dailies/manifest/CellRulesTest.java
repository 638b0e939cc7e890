package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.provider.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of single cells that are neither ids nor URLs. */
class CellRulesTest {

  private static final String SECONDS = "the duration is not a whole number of seconds";
  private static final String DIGITS = "use the digits 0-9 only, as in 5";

  private final RowCheck check = StudioProvider.check();

  static Stream<Arguments> wrongCells() {
    return Stream.of(
        arguments("duration", "5.5", SECONDS, "write 5 or 6"),
        arguments("duration", "5,5", SECONDS, "write 5 or 6"),
        arguments("duration", "five", SECONDS, DIGITS),
        arguments("duration", "1e1", SECONDS, DIGITS),
        arguments("duration", "0x5", SECONDS, DIGITS),
        arguments("duration", "-", SECONDS, DIGITS),
        arguments("duration", "\u0661\u0660", SECONDS, "use the digits 0-9: 10"),
        arguments("duration", "0", "the duration is less than 1", "use 1 or more"),
        arguments("duration", "-5", "the duration is less than 1", "use 1 or more"),
        arguments("duration", "86401", "the duration is more than 86400", "use at most 86400"),
        arguments(
            "duration",
            "99999999999999999999999999",
            "the duration is more than 86400",
            "use at most 86400"),
        arguments("takes", "0", "the number of takes is less than 1", "use 1 or more"),
        arguments("takes", "101", "the number of takes is more than 100", "use at most 100"),
        arguments("seed", "-1", "the seed is less than 0", "use 0 or more"),
        arguments(
            "seed", "4294967296", "the seed is more than 4294967295", "use at most 4294967295"),
        arguments("seed", "1.5", "the seed is not a whole number", "write 1 or 2"),
        arguments(
            "duration",
            "5 min",
            "the duration is not a whole number of seconds",
            "use the digits 0-9 only, as in 5"),
        arguments(
            "ratio", "0:9", "the ratio is not of the form width:height", "write it as in 16:9"),
        arguments(
            "watermark", "yes", "the watermark is neither true nor false", "write true or false"),
        arguments(
            "prompt",
            "a \u001b[31mred cat",
            "the prompt holds the control character U+001B (ESCAPE)",
            "remove it"),
        arguments("model", "gen\u200b3", "the model holds U+200B (ZERO WIDTH SPACE)", "remove it"),
        arguments("style", "a\nb", "the style holds U+000A (LINE FEED (LF))", "remove it"),
        arguments(
            "model",
            "m".repeat(101),
            "the model is 101 characters long, 100 are allowed",
            "shorten it"),
        arguments(
            "operation",
            "image-to-video",
            "no such operation",
            "did you mean image_to_video? use one of: text_to_video, image_to_video,"
                + " video_to_video, text_to_image, character_performance, video_upscale"),
        arguments(
            "operation",
            "dance",
            "no such operation",
            "use one of: text_to_video, image_to_video,"
                + " video_to_video, text_to_image, character_performance, video_upscale"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("wrongCells")
  void refuses(String column, String cell, String message, String fix) {
    CheckedRow checked = check.judge(Rows.with(column, cell));

    assertThat(checked.takes()).isEmpty();
    assertThat(checked.problems())
        .containsExactly(Problem.error(column, DisplayText.text(cell), message, fix));
  }

  static Stream<Arguments> legalCells() {
    return Stream.of(
        arguments("duration", "1"),
        arguments("duration", "010"),
        arguments("takes", "100"),
        arguments("seed", "0"),
        arguments("seed", "4294967295"),
        arguments("ratio", "16:9"),
        arguments("ratio", "1584:672"),
        arguments("watermark", "False"),
        arguments("prompt", "=SUM(A1)"),
        arguments("prompt", "one\r\n\ttwo"),
        arguments("prompt", "\u05e9\u05dc\u05d5\u05dd \ud83d\udc69\u200d\ud83d\ude80 \u202e"),
        arguments("prompt", "<script>${jndi:ldap://x} %s%n '; drop table task; --"),
        arguments("style", "film noir, 1947"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("legalCells")
  void accepts(String column, String cell) {
    assertThat(check.judge(Rows.with(column, cell)).problems()).isEmpty();
  }

  @Test
  void needsASeedForTheLastTakeToo() {
    CheckedRow fits = check.judge(Rows.of("prompt=x", "seed=4294967293", "takes=3"));
    CheckedRow over = check.judge(Rows.of("prompt=x", "seed=4294967294", "takes=3"));

    assertThat(fits.takes().get(2).shot().seed()).isEqualTo("4294967295");
    assertThat(over.problems())
        .containsExactly(
            Problem.error(
                "seed",
                "4294967294",
                "take 3 would have the seed 4294967296, more than 4294967295",
                "use at most 4294967293"));
  }

  @Test
  void needsAPromptWhereThereIsNothingElse() {
    assertThat(check.judge(Rows.of("id=a")).problems())
        .containsExactly(
            Problem.error(
                "prompt",
                null,
                "the prompt is blank, and text_to_video needs one",
                "say what to make, or give an image or a video"));
    assertThat(check.judge(Rows.of("image=https://example.org/a.png")).problems()).isEmpty();
  }

  @Test
  void needsAnOperationWhereImageAndVideoAreGiven() {
    CheckedRow checked =
        check.judge(Rows.of("image=https://example.org/a", "video=https://example.org/b"));

    assertThat(checked.problems())
        .containsExactly(
            Problem.error(
                "operation",
                null,
                "the row has an image and a video, so the operation is open",
                "write one of: text_to_video, image_to_video, video_to_video, text_to_image,"
                    + " character_performance, video_upscale"));
  }

  static Stream<Arguments> optionValues() {
    return Stream.of(
        arguments("5", 5L),
        arguments("-0", 0L),
        arguments("9223372036854775808", new BigInteger("9223372036854775808")),
        arguments("0.10", new BigDecimal("0.10")),
        arguments("1e3", new BigDecimal("1e3")),
        arguments("true", true),
        arguments("false", false),
        arguments("True", true),
        arguments("TRUE", true),
        arguments("FALSE", false),
        arguments("007", "007"),
        arguments("1e9999999999", "1e9999999999"),
        arguments("None", "None"),
        arguments("none", "none"),
        arguments("\"5\"", "\"5\""),
        arguments("{}", "{}"),
        arguments("auto", "auto"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "05", "5.0", "5.00", "5,0", "+5"})
  void readsAWholeNumberHoweverAProgramWritesIt(String cell) {
    assertThat(check.judge(Rows.with("duration", cell)).takes().get(0).shot().duration())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("optionValues")
  void readsAnOptionAsJsonWould(String cell, Object value) {
    assertThat(check.judge(Rows.with("options.a", cell)).takes().get(0).shot().options())
        .containsEntry("a", value);
  }

  @ParameterizedTest
  @CsvSource({
    "'0,5', 0.5",
    ".5, 0.5",
    "'-,5', -0.5",
    "5., 5",
    "+5, 5",
    "'1,000', 1.000 or 1000",
    "00.5, 0.5",
    "50%, 0.5",
    "'12,5 %', 0.125",
    "1 000, 1000",
    "1\u202f000\u00a0000, 1000000",
    "1\u2019000.5, 1000.5",
    "'1.000,5', 1000.5",
    "'1,000.5', 1000.5",
    "1.000.000, 1000000",
    "'1,5E+03', 1.5E+03",
    "\u22120.5, -0.5",
    "\u20135, -5",
    "\uff15, 5",
    "\u0660\u066b\u0665, 0.5",
    "nan, 'a number, or leave the cell empty'",
    "NaN, 'a number, or leave the cell empty'",
    "WAHR, true",
    "FAUX, false"
  })
  void asksAboutAnOptionThatIsNearlyANumberOrATruthValue(String cell, String right) {
    CheckedRow checked = check.judge(Rows.with("options.a", cell));

    assertThat(checked.isAccepted()).isFalse();
    assertThat(checked.problems()).extracting(Problem::fix).containsExactly("write " + right);
  }

  @Test
  void asksAboutAnOptionWithExcelsMarkOfAText() {
    assertThat(check.judge(Rows.with("options.a", "'5")).problems())
        .extracting(Problem::fix)
        .containsExactly("write 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "<NA>", "\\N", "(null)", "undefined", "NaT", "[object Object]"})
  void sendsNoProgramsWordForNothingAsAnOption(String cell) {
    assertThat(check.judge(Rows.with("options.a", cell)).problems())
        .extracting(Problem::fix)
        .containsExactly("empty the cell, or write null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "a,b",
        "0.5",
        "1e-3",
        "007",
        "-",
        ",",
        "v1.2",
        "512,768,512",
        "1.2.3",
        "None",
        "none",
        "5s",
        "1-2",
        "16:9",
        "10 20",
        "%",
        "'",
        "100 %x"
      })
  void takesAnyOtherOptionAsItIs(String cell) {
    assertThat(check.judge(Rows.with("options.a", cell)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#NV",
        "#BEZUG!",
        "#WERT!",
        "#\u00a1VALOR!",
        "#\u00bfNOMBRE?",
        "#\u0418\u041c\u042f?",
        "#DEEL/0!",
        "Err:502",
        "Err:509",
        "#####",
        "#GETTING_DATA",
        "#N/D",
        "#YOK",
        "Err :502",
        "Err\u00a0:\u00a0502",
        "\u30a8\u30e9\u30fc:502",
        "\u9519\u8bef\uff1a502",
        "\u062e\u0637\u0623:502",
        "#N/A N/A",
        "#n/a",
        "#VALUE",
        "#REF",
        "Loading...",
        "Loading\u2026",
        "Wird geladen..."
      })
  void refusesASpreadsheetsWordsForErrors(String word) {
    for (String column : List.of("prompt", "style", "model", "options.a", "image")) {
      assertThat(check.judge(Rows.with(column, word)).problems())
          .filteredOn(Problem::isError)
          .extracting(Problem::message)
          .contains("this is a spreadsheet's word for an error");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#love",
        "#1 hit",
        "A cat #REF!",
        "Err: the cat",
        "# Heading",
        "#fun!",
        "Loading",
        "room:502",
        "#name"
      })
  void takesWhatOnlyLooksLikeOneForText(String prompt) {
    assertThat(check.judge(Rows.with("prompt", prompt)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nan",
        "NaN",
        "None",
        "none",
        "null",
        "Null",
        "undefined",
        "nil",
        "N/A",
        "n/a",
        "NA",
        "<NA>",
        "\\N",
        "(null)",
        "NaT",
        "[object Promise]"
      })
  void sendsNoProgramsWordForNothing(String prompt) {
    assertThat(check.judge(Rows.with("prompt", prompt)).isAccepted()).isFalse();
    assertThat(check.judge(Rows.with("prompt", prompt + " of them")).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"seed, '1,000,000', '1000000'", "seed, '4.29E+09', 'all its digits'"})
  void saysWhatASpreadsheetHasMadeOfANumber(String column, String cell, String fix) {
    assertThat(check.judge(Rows.with(column, cell)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.fix()).contains(fix));
  }

  @ParameterizedTest
  @CsvSource({
    "16:09:00, 16:9", "16:09, 16:9", "04:09:00 PM, 16:9", "4:09 PM, 16:9", "09:16:00 AM, 9:16",
    "01:01:00 AM, 1:1", "12:05:00 PM, 12:5", "21:09:00, 21:9", "1280:720, 1280:720", "16:9, 16:9"
  })
  void understandsARatioThatASpreadsheetTookForATime(String cell, String ratio) {
    CheckedRow checked = check.judge(Rows.with("ratio", cell));

    assertThat(checked.takes().get(0).shot().ratio()).isEqualTo(ratio);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", "-1.5", "100%", "1,000"})
  void sendsNoBareNumberAsAPrompt(String prompt) {
    assertThat(check.judge(Rows.with("prompt", prompt)).problems())
        .extracting(Problem::message)
        .containsExactly("the prompt is a number: a spreadsheet may have calculated it");
  }

  @Test
  void nestsOptionsByTheirDots() {
    CheckedRow checked =
        check.judge(Rows.of("prompt=x", "options.a.b=1", "options.a.c=null", "options.d=x"));

    assertThat(checked.takes().get(0).shot().options().toString())
        .isEqualTo("{a={b=1, c=null}, d=x}");
  }

  @Test
  void refusesAnOptionThatIsBothValueAndGroup() {
    for (List<String> columns :
        List.of(List.of("options.a", "options.a.b"), List.of("options.a.b", "options.a"))) {
      CheckedRow checked =
          check.judge(Rows.of("prompt=x", columns.get(0) + "=1", columns.get(1) + "=2"));

      assertThat(checked.problems())
          .containsExactly(
              Problem.error(
                  columns.get(1),
                  "2",
                  "the option is both a value and a group of options: another column has its path",
                  "empty one of the two"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "05", "5s", "5 s", "5 sec", "5 secs.", "5.0", "5.0 s", "5 Seconds"})
  void takesSecondsAsPeopleWriteThem(String duration) {
    Row row = Rows.with("duration", duration);

    assertThat(StudioProvider.check().judge(row).takes().get(0).shot().duration()).isEqualTo(5);
    assertThat(row.meanings(Rows.INPUTS)).containsEntry("duration", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"16:9", "16x9", "16 X 9", "16/9", "16 : 9", "16:09:00"})
  void takesRatiosAsPeopleWriteThem(String ratio) {
    Row row = Rows.with("ratio", ratio);

    assertThat(StudioProvider.check().judge(row).takes().get(0).shot().ratio()).isEqualTo("16:9");
    assertThat(row.meanings(Rows.INPUTS)).containsEntry("ratio", "16:9");
  }
}
