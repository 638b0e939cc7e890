package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.provider.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdRulesTest {

  private final RowCheck check = StudioProvider.check();

  static Stream<Arguments> idsAsPeopleWriteThem() {
    return Stream.of(
        arguments("SC01/SH040", "SC01_SH040"),
        arguments("SC02 SH010", "SC02_SH010"),
        arguments("SC02 / SH010", "SC02_SH010"),
        arguments("a\\b", "a_b"),
        arguments("/tmp/a", "tmp_a"),
        arguments("a@2", "a_2"),
        arguments("a~2", "a_2"),
        arguments("~a", "a"),
        arguments("a~", "a"),
        arguments("a:b", "a_b"),
        arguments("caf\u00e9", "cafe"),
        arguments("cafe\u0301", "cafe"),
        arguments("a\u202eb", "ab"),
        arguments("a\u00a0b", "a_b"),
        arguments("a\nb", "a_b"),
        arguments("\ud83c\udfac SH010", "SH010"),
        arguments("SH\ud83c\udfac010", "SH_010"),
        arguments("-a", "a"),
        arguments(".hidden", "hidden"),
        arguments("_a", "a"),
        arguments("a.", "a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("idsAsPeopleWriteThem")
  void makesSafe(String id, String safe) {
    CheckedRow checked = check.judge(Rows.with("id", id));

    assertThat(checked.id()).isEqualTo(safe);
    assertThat(checked.takes()).extracting(take -> take.shot().id()).containsExactly(safe);
    assertThat(checked.problems())
        .containsExactly(
            Problem.note(
                "id",
                DisplayText.text(id),
                "ids name files, and are made safe for that",
                DisplayText.text(id) + " is " + safe));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d\udc31", "..", "\u591c", "~"})
  void callsByAHashWhatHasNothingSafe(String id) {
    CheckedRow checked = check.judge(Rows.with("id", id));

    assertThat(checked.id()).matches("shot-[0-9a-f]{12}");
    assertThat(checked.isAccepted()).isTrue();
    assertThat(check.judge(Rows.of("id=" + id, "prompt=Another")).id()).isEqualTo(checked.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 300})
  void refusesWhatIsTooLong(int length) {
    CheckedRow checked = check.judge(Rows.with("id", "a".repeat(length)));

    assertThat(checked.problems())
        .extracting(Problem::message, Problem::fix)
        .containsExactly(
            tuple(
                "the id is %d characters long, 64 are allowed".formatted(length),
                "use up to 64 characters"));
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
  @ValueSource(
      strings = {
        "a",
        "0",
        "shot-001",
        "A.b_c-d",
        "console",
        "com10",
        "reporter",
        "a..b",
        "a-",
        "a_"
      })
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
