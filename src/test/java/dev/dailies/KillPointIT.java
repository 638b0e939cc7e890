package dev.dailies;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the product, point by point: wherever a command dies, nothing is lost. */
class KillPointIT {

  private static final Crossing POST_ANSWERED = Crossing.of("POST fox#1 after");

  /** By then the first clip is on its way, and the last row is still to be sent. */
  private static final Crossing SECOND_POST = Crossing.of("POST hare#1 before");

  @TempDir private Path folder;

  @Test
  void aRunMayDieWhereItCostsMost() {
    series(points -> KillScene.FIRST_RUN)
        .dieAt(
            List.of(
                Crossing.of("commit SUBMITTING fox#1 after"),
                POST_ANSWERED,
                Crossing.of("rename fox.mp4#1 before"),
                Crossing.of("rename fox.mp4#1 after")));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieAtEveryPoint() {
    series(points -> KillScene.FIRST_RUN).dieAtEach(at -> true);
  }

  @Test
  @Tag("chaos")
  void aRunThatRecoversMayDieToo() {
    Set<String> kinds = Set.of("POST", "rename", "force");
    series(points -> points.leftBy(SECOND_POST))
        .dieAtEach(at -> kinds.contains(at.kind()) || at.isOfAMove());
  }

  @Test
  @Tag("chaos")
  void aPlanMayDieBeforeAndAfterItsCommits() {
    series(points -> KillScene.FIRST_RUN.with("plan", Map.of(), "plan"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  @Test
  @Tag("chaos")
  void resolveMayDieBeforeAndAfterItsCommits() {
    series(
            points ->
                points
                    .settledAfter(POST_ANSWERED)
                    .with("resolve", Map.of("a fox", 1), "resolve", "fox@1", "--resubmit"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  @Test
  @Tag("chaos")
  void retryMayDieBeforeAndAfterItsCommits() {
    series(
            points ->
                points
                    .settledAfter(POST_ANSWERED)
                    .with("retry", Map.of("an owl [fail]", 1), "retry", "owl"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  @Test
  @Tag("chaos")
  void aRunWhoseAnswersAreLostMayDieBeforeAndAfterItDoubts() {
    series(
            points -> KillScene.FIRST_RUN.with("lost answers", Map.of(), "run"),
            "lose-answer-share=1")
        .dieAtEach(at -> at.subject().startsWith("IN_DOUBT "));
  }

  private static boolean isOfACommit(Crossing at) {
    return at.kind().equals("commit");
  }

  private KillPointSeries series(Function<KillPoints, KillScene> scene, String... simulator) {
    return new KillPointSeries(folder, scene, simulator);
  }
}
