package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.provider.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdRulesTest {

  private final RowCheck check = StudioProvider.check();

  static Stream<Arguments> wrongIds() {
    return Stream.of(
        arguments("../etc/passwd", "the id holds '/', which separates folders"),
        arguments("/tmp/a", "the id holds '/', which separates folders"),
        arguments("a\\b", "the id holds '\\', which separates folders"),
        arguments("my shot", "the id holds a space"),
        arguments("a@2", "the id holds '@'"),
        arguments("a~2", "the id holds '~'"),
        arguments("a:b", "the id holds ':'"),
        arguments("caf\u00e9", "the id holds U+00E9 (LATIN SMALL LETTER E WITH ACUTE)"),
        arguments("cafe\u0301", "the id holds U+0301 (COMBINING ACUTE ACCENT)"),
        arguments("a\u202eb", "the id holds U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        arguments("a\u200b", "the id holds U+200B (ZERO WIDTH SPACE)"),
        arguments("a\u00a0", "the id holds U+00A0 (NO-BREAK SPACE)"),
        arguments("a\nb", "the id holds U+000A (LINE FEED (LF))"),
        arguments("\ud83d\udc31", "the id holds U+1F431 (CAT FACE)"),
        arguments("-a", "the id begins with '-'"),
        arguments(".hidden", "the id begins with '.'"),
        arguments("..", "the id begins with '.'"),
        arguments("_a", "the id begins with '_'"),
        arguments("a".repeat(300), "the id is 300 characters long, 64 are allowed"),
        arguments("a".repeat(65), "the id is 65 characters long, 64 are allowed"),
        arguments("a.", "the id ends with a dot, which Windows drops"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongIds")
  void refuses(String id, String message) {
    CheckedRow checked = check.judge(Rows.with("id", id));

    assertThat(checked.id()).matches("shot-[0-9a-f]{12}");
    assertThat(checked.problems())
        .containsExactly(
            Problem.error(
                "id",
                DisplayText.text(id),
                message,
                "use up to 64 letters A-Z a-z, digits and . _ - with a letter or digit first"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "com1.take", "Lpt9", "nul.tar.gz"})
  void refusesTheDevicesOfWindows(String id) {
    assertThat(check.judge(Rows.with("id", id)).problems())
        .containsExactly(
            Problem.error(
                "id",
                id,
                "the id is the name of a device on Windows",
                "choose another, as in shot-" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"results", "Failures.csv", "summary.json", "report", "REPORT.HTML"})
  void refusesTheNamesOfOurOwnFiles(String id) {
    assertThat(check.judge(Rows.with("id", id)).problems())
        .containsExactly(
            Problem.error(
                "id",
                id,
                "the id is the name of a file that Dailies itself writes",
                "choose another, as in shot-" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "shot-001", "A.b_c-d", "console", "com10", "reporter", "a..b"})
  void accepts(String id) {
    assertThat(check.judge(Rows.with("id", id)).id()).isEqualTo(id);
    assertThat(check.judge(Rows.with("id", id)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void acceptsAllLengthsUpTo64(int length) {
    assertThat(check.judge(Rows.with("id", "x".repeat(length))).problems()).isEmpty();
  }
}
