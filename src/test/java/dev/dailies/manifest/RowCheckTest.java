package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {

  private final RowCheck check = StudioProvider.check();

  private static CheckedRow judge(Function<Shot, List<Problem>> rule, String... cells) {
    return StudioProvider.check("studio", rule).judge(Rows.of(cells));
  }

  @Test
  void turnsARowIntoOneShotPerTake() {
    Row row =
        Rows.of(
            "id=Cat-1",
            "prompt=A cat",
            "image=https://example.org/cat.png",
            "references=https://example.org/a.png | https://example.org/b.png|",
            "model=gen3a_turbo",
            "duration=10",
            "ratio=1280:720",
            "seed=41",
            "takes=2",
            "watermark=TRUE",
            "style=noir",
            "options.motion.x=0.5");

    CheckedRow checked = check.judge(row);

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.isAccepted()).isTrue();
    assertThat(checked.provider()).isEqualTo("studio");
    assertThat(checked.id()).isEqualTo("Cat-1");
    assertThat(checked.key()).isEqualTo("cat-1");
    assertThat(checked.digest()).isEqualTo(row.digest(Rows.INPUTS));
    assertThat(checked.takes()).containsExactly(take(1, 41), take(2, 42));
  }

  @ParameterizedTest
  @CsvSource({"Status,On Hold", "approved,no", "STAGE,omit", "send,N/A"})
  void pointsOutARowThatAPersonHasMarkedAsNotToBeMade(String column, String word) {
    CheckedRow checked = check.judge(Rows.with(column, word));

    assertThat(checked.isAccepted()).isTrue();
    assertThat(checked.problems())
        .extracting(Problem::column, Problem::value, Problem::severity)
        .containsExactly(tuple(column, word, Problem.Severity.WARNING));
  }

  @ParameterizedTest
  @CsvSource({"Status,todo", "Notes,hold", "approved,yes", "Status,rejected", "prompt,no cats"})
  void leavesOtherWordsOfAPersonAlone(String column, String word) {
    assertThat(check.judge(Rows.with(column, word)).problems()).isEmpty();
  }

  private static Take take(int number, long seed) {
    return new Take(
        new Shot(
            "Cat-1",
            number,
            Operation.IMAGE_TO_VIDEO,
            "A cat",
            "https://example.org/cat.png",
            null,
            List.of("https://example.org/a.png", "https://example.org/b.png"),
            "gen3a_turbo",
            10,
            "1280:720",
            BigInteger.valueOf(seed),
            true,
            "noir",
            Map.of("motion", Map.of("x", new BigDecimal("0.5")))),
        StudioProvider.PRICE);
  }

  @Test
  void leavesOpenWhatARowDoesNotSay() {
    Shot shot = check.judge(Rows.of("prompt=A cat")).takes().get(0).shot();

    assertThat(shot)
        .isEqualTo(
            new Shot(
                shot.id(),
                1,
                Operation.TEXT_TO_VIDEO,
                "A cat",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of()));
  }

  @Test
  void namesARowWithoutAnIdByItsColumns() {
    Row row = Rows.of("prompt=A cat");

    assertThat(check.judge(row).id()).isEqualTo("shot-" + row.digest(Rows.INPUTS).substring(0, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "prompt=x, text_to_video",
    "image=https://example.org/a.png, image_to_video",
    "video=https://example.org/a.mp4, video_to_video"
  })
  void infersTheOperation(String cell, String operation) {
    assertThat(check.judge(Rows.of(cell)).takes())
        .extracting(take -> take.shot().operation().label())
        .containsExactly(operation);
  }

  @Test
  void takesTheOperationThatIsNamed() {
    CheckedRow checked =
        check.judge(
            Rows.of(
                "operation=Character_Performance",
                "image=https://example.org/a.png",
                "video=https://example.org/a.mp4"));

    assertThat(checked.takes())
        .extracting(take -> take.shot().operation())
        .containsExactly(Operation.CHARACTER_PERFORMANCE);
  }

  @Test
  void reportsEveryProblemOfARow() {
    CheckedRow checked =
        check.judge(
            Rows.of("id=-a", "duration=five", "ratio=wide", "seed=-1", "takes=0", "image=cat.png"));

    assertThat(checked.isAccepted()).isFalse();
    assertThat(checked.takes()).isEmpty();
    assertThat(checked.problems())
        .extracting(Problem::column)
        .containsExactlyInAnyOrder("id", "duration", "ratio", "seed", "takes", "image");
  }

  @Test
  void adoptsWhatTheProviderFinds() {
    Problem tooLong = Problem.error("prompt", "A cat", "too long", "shorten it");

    CheckedRow checked = judge(shot -> List.of(tooLong), "prompt=A cat", "duration=five");

    assertThat(checked.problems())
        .extracting(Problem::column, Problem::message)
        .containsExactly(
            tuple("prompt", "too long"),
            tuple("duration", "the duration is not a whole number of seconds"));
  }

  @Test
  void doesNotCallMissingWhatCouldNotBeRead() {
    Function<Shot, List<Problem>> needsImage =
        shot ->
            shot.image() == null
                ? List.of(Problem.error("image", null, "image is missing", "give it"))
                : List.of();

    CheckedRow checked = judge(needsImage, "image=http://example.org/a.png");

    assertThat(checked.problems())
        .extracting(Problem::message)
        .containsExactly("the URL is http, which providers do not fetch");
  }

  @Test
  void saysOnceWhatIsWrongWithAllTakes() {
    Function<Shot, List<Problem>> rule =
        shot ->
            List.of(
                Problem.warning("seed", "" + shot.seed(), "seed " + shot.seed(), "lower it"),
                Problem.warning("model", null, "unknown", "choose"),
                Problem.warning("model", null, "retired", "choose"));

    CheckedRow checked = judge(rule, "prompt=A cat", "seed=8", "takes=3");

    assertThat(checked.takes()).hasSize(3);
    assertThat(checked.problems())
        .extracting(Problem::message)
        .containsExactly("unknown", "retired", "seed 8");
  }

  @Test
  void findsTheErrorThatOnlyALaterTakeHas() {
    Function<Shot, List<Problem>> rule =
        shot ->
            shot.take() < 3
                ? List.of(Problem.warning("seed", "9", "high", "lower it"))
                : List.of(Problem.error("seed", "10", "too high", "lower it"));

    CheckedRow checked = judge(rule, "prompt=A cat", "seed=8", "takes=3");

    assertThat(checked.isAccepted()).isFalse();
    assertThat(checked.problems()).extracting(Problem::message).containsExactly("high", "too high");
  }

  @Test
  void shortensTheValuesOfAProvidersProblems() {
    Problem secret =
        Problem.warning("image", "https://example.org/a.png?sig=secret", "odd", "look");

    assertThat(judge(shot -> List.of(secret), "prompt=A cat").problems())
        .extracting(Problem::value)
        .containsExactly("https://example.org/a.png");
  }

  @Test
  void judgesNoCellOfAMiscountedRow() {
    Problem miscounted = Problem.error("seed", "5", "the row has 4 cells, the header has 3", "q");
    Row row = new Row(2, Map.of("id", "a"), List.of("a", "b", "c", "5"), List.of(miscounted));

    CheckedRow checked = check.judge(row);

    assertThat(checked.isAccepted()).isFalse();
    assertThat(checked.id()).isEqualTo("a");
    assertThat(checked.problems()).containsExactly(miscounted);
  }

  @Test
  void prefersTheRowsProvider() {
    assertThat(check.judge(Rows.of("prompt=x", "provider=cometapi")).provider())
        .isEqualTo("cometapi");
  }

  @Test
  void namesTheConfiguredProviders() {
    CheckedRow unknown = check.judge(Rows.of("prompt=x", "provider=comet-api"));
    CheckedRow none = StudioProvider.check(null, shot -> List.of()).judge(Rows.of("prompt=x"));

    assertThat(unknown.provider()).isNull();
    assertThat(unknown.problems())
        .containsExactly(
            Problem.error(
                "provider",
                "comet-api",
                "no provider is called 'comet-api'",
                "did you mean cometapi? configured: cometapi, studio"));
    assertThat(none.problems())
        .containsExactly(
            Problem.error(
                "provider",
                null,
                "no provider is named",
                "add -p NAME, or fill in the column (-p simulator costs nothing); configured:"
                    + " cometapi, studio"));
  }
}
