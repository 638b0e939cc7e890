package dev.dailies.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the product, point by point: wherever a command dies, nothing is lost. */
class KillPointIT {

  private static final KillPoint POST_ANSWERED = KillPoint.of("POST fox#1 after");

  /** By then the first clip is on its way, and the last row is still to be sent. */
  private static final KillPoint SECOND_POST = KillPoint.of("POST hare#1 before");

  /** So that a run is still at work when others have looked or written. */
  private static final String SLOWLY = "generation-time=3s";

  private static final MortalTask FOX = made("fox");
  private static final MortalTask HARE = made("hare");
  private static final MortalTask OWL = made("owl");

  private static final KillScene LOST =
      KillScene.firstRun("lost", MortalRows.of(FOX.endingAs("LOST")).with("grace=300ms"));

  private static final String CLIP = "fox.mp4";
  private static final String SECOND = "fox~2.mp4";

  @TempDir private Path folder;

  @Test
  void aRunMayDieWhereItCostsMost() {
    series(points -> KillScene.FIRST_RUN)
        .dieAt(List.of(POST_ANSWERED, KillPoint.of("rename fox.mp4#1 after")));
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

  /** The cap leaves room for a doubt, which counts until it is settled. */
  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterWhatItCountsUnderACap() {
    MortalRows rows = MortalRows.of(FOX, HARE).with("budget.total=0.96");
    series(points -> KillScene.firstRun("under a cap", rows)).dieAtEach(KillPointIT::isOfACommit);
  }

  @Test
  @Tag("chaos")
  void aSampleMayDieBeforeAndAfterItsCommits() {
    MortalRows rows = MortalRows.of(FOX, HARE);
    series(
            points ->
                KillScene.firstRun("sample", rows).with("sample", Map.of(), "run", "--sample=1"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  /** It finds a doubt, so the page is written at once. */
  @Test
  @Tag("chaos")
  void aRunMayDieWhereItWritesThePageWhileItWorks() {
    KillScene first = KillScene.firstRun("a first run", MortalRows.of(FOX, HARE));
    series(points -> points.leftBy(first, POST_ANSWERED).with("page", Map.of(), "run"), SLOWLY)
        .dieBetween(
            KillPoint.of("write .report.html.tmp#1 before"),
            KillPoint.of("rename report.html#1 after"));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieWhereItAnswersWhoeverLooks() {
    Path snapshot = Path.of(".dailies", "snapshot");
    KillScene first = KillScene.firstRun("snapshot", MortalRows.of(FOX, HARE)).watched();
    series(points -> first, SLOWLY).dieAtEach(at -> at.isOfTheFile(snapshot));
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

  /** Of a row of one take, so that its ticket is the first. */
  @Test
  @Tag("chaos")
  void resolveMayDieBeforeAndAfterItAdopts() {
    series(
            points -> {
              KillScene run = KillScene.firstRun("doubt", MortalRows.of(FOX, HARE));
              KillScene doubt = points.settledAfter(run, POST_ANSWERED);
              String ticket = doubt.creates().get(0).ticket();
              return doubt.with("adopt", Map.of(), "resolve", "fox", "--adopt", ticket);
            })
        .dieAtEach(KillPointIT::isOfACommit);
  }

  /** The request was never sent, which nobody knows. */
  @Test
  @Tag("chaos")
  void resolveMayDieBeforeAndAfterItGivesUp() {
    KillScene run = KillScene.firstRun("doubt", MortalRows.of(FOX.endingAs("CANCELLED")));
    series(
            points ->
                points
                    .settledAfter(run, KillPoint.of("POST fox#1 before"))
                    .with("give up", Map.of(), "resolve", "fox", "--give-up"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  /** It was taken, and its run died at once: by the next command it is overdue. */
  @Test
  @Tag("chaos")
  void resolveMayDieBeforeAndAfterItGivesUpWhatDoesNotEnd() {
    series(
            points ->
                stuck(points, "CANCELLED")
                    .with("give up in flight", Map.of(), "resolve", "fox", "--give-up"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  @Test
  @Tag("chaos")
  void resolveMayDieBeforeAndAfterItSendsAgainWhatDoesNotEnd() {
    series(
            points ->
                stuck(points, "DELIVERED")
                    .with("resubmit in flight", Map.of("a fox", 1), "resolve", "fox", "--resubmit"))
        .dieAtEach(KillPointIT::isOfACommit);
  }

  private static KillScene stuck(KillPoints points, String end) {
    MortalRows rows = MortalRows.of(FOX.endingAs(end)).with("deadline=1s");
    return points.leftBy(
        KillScene.firstRun("stuck", rows), KillPoint.of("commit SUBMITTED fox#1 after"));
  }

  @Test
  @Tag("chaos")
  void retryMayDieBeforeAndAfterItPlansALostTaskAgain() {
    series(
            points ->
                points.leftBy(LOST).with("retry of a lost one", Map.of("a fox", 1), "retry", "fox"),
            "hidden-for=1h")
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

  /** The repeated command must not want a third clip. */
  @Test
  @Tag("chaos")
  void redoMayDieBeforeAndAfterItsCommit() {
    MortalRows rows = MortalRows.of(FOX, HARE);
    MortalTask again = new MortalTask("fox+2", FOX.prompt(), "DELIVERED");
    series(
            points ->
                points
                    .leftBy(KillScene.firstRun("a first run", rows))
                    .with("redo", rows.without(again))
                    .with("redo", Map.of(), "redo", "fox"))
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

  @Test
  @Tag("chaos")
  void aRunMayDieFromA429OnUntilItsTaskIsPutOff() {
    MortalRows rows = MortalRows.of(FOX, HARE, OWL, made("lynx"));
    series(points -> KillScene.firstRun("429", rows), "admit=1/s")
        .dieBetween(
            KillPoint.of("POST lynx#1 answered"), KillPoint.of("commit PLANNED lynx#1 after"));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterATaskFailsForGood() {
    MortalRows rows =
        MortalRows.of(
            new MortalTask("cat", "a cat [cancel]", "CANCELLED"), FOX.endingAs("UNDELIVERED"));
    series(points -> KillScene.firstRun("fails for good", rows).in(withAnotherFox()))
        .dieAtEach(at -> at.isOfAMoveTo("CANCELLED") || at.isOfAMoveTo("UNDELIVERED"));
  }

  @Test
  @Tag("chaos")
  void fetchMayDieBeforeAndAfterItPlansToFetchAgain() {
    KillScene undelivered =
        KillScene.firstRun("undelivered", MortalRows.of(FOX)).in(withAnotherFox());
    series(points -> without(CLIP, points.leftBy(undelivered)).with("fetch", Map.of(), "fetch"))
        .dieAtEach(at -> at.isOfAMoveTo("SUCCEEDED"));
  }

  /** By itself, since its name is free again. */
  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterAnUndeliveredClipComes() {
    KillScene undelivered =
        KillScene.firstRun("undelivered", MortalRows.of(FOX)).in(withAnotherFox());
    series(points -> without(CLIP, points.leftBy(undelivered)))
        .dieAtEach(at -> at.isOfAMoveTo("SUCCEEDED") || at.isOfAMoveTo("DELIVERED"));
  }

  @Test
  @Tag("chaos")
  void fetchMayDieWhereADeletedClipComesAgain() {
    KillScene delivered = KillScene.firstRun("delivered", MortalRows.of(FOX));
    series(points -> without(CLIP, points.leftBy(delivered)).with("again", Map.of(), "fetch"))
        .dieAtEach(at -> at.isOfWhatCameLater() || at.isOfTheClip(CLIP));
  }

  /** One of the two files of a task cannot have its name. */
  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterATaskIsDeliveredInPart() {
    series(points -> inPart()).dieAtEach(at -> at.isOfAMoveTo("DELIVERED") || at.isOfTheClip(CLIP));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterAMissingFileComesLater() {
    MortalRows whole = MortalRows.twoFiles(FOX);
    series(points -> without(SECOND, points.leftBy(inPart())).with("came later", whole))
        .dieAtEach(at -> at.isOfWhatCameLater() || at.isOfTheClip(SECOND));
  }

  private KillScene inPart() {
    return KillScene.firstRun("in part", MortalRows.twoFiles(FOX).withFiles(1))
        .in(withAnother(SECOND));
  }

  /** A person has adopted what the server has forgotten by now. */
  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterALostTaskIsPlannedAgainByItself() {
    MortalRows rows = MortalRows.twoFiles(FOX).with("on-lost=resubmit").with("grace=300ms");
    KillScene unsent = KillScene.firstRun("forgotten", rows);
    String ticket = "0b0e0f8a-5c0e-4f6e-9d5c-3a1f6c2b7d10";
    String[] adopt = {"resolve", "fox@1", "--adopt", ticket, "--yes"};
    series(
            points ->
                points.leftBy(
                    points
                        .leftBy(unsent, KillPoint.of("POST fox#1 before"))
                        .with("adopt", Map.of(), adopt)))
        .dieAtEach(at -> at.isOfAMoveTo("LOST") || at.isOfAMoveTo("PLANNED"));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterATaskIsLost() {
    series(points -> LOST, "hidden-for=1h").dieAtEach(at -> at.isOfAMoveTo("LOST"));
  }

  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterALostTaskIsSeenAgain() {
    KillScene lost = KillScene.firstRun("lost", MortalRows.of(FOX).with("grace=300ms"));
    series(
            points -> points.onceShown(points.leftBy(lost)).with("seen again", Map.of(), "run"),
            "hidden-for=8s")
        .dieAtEach(at -> at.isOfAMoveTo("SUBMITTED"));
  }

  /** The fox is in flight when its row is taken out, and the hare was never sent. */
  @Test
  @Tag("chaos")
  void aPlanMayDieBeforeAndAfterItWithdrawsARow() {
    series(KillPointIT::withoutFoxAndHare).dieAtEach(KillPoint::isOfWithdrawing);
  }

  @Test
  @Tag("chaos")
  void aRunMayDieBeforeAndAfterARowReturns() {
    MortalRows rows = MortalRows.of(FOX, HARE).without(OWL.endingAs("WITHDRAWN"));
    series(points -> points.leftBy(withoutFoxAndHare(points)).with("returned", rows))
        .dieAtEach(at -> at.isOfAMoveTo("PLANNED") || at.isOfWithdrawing());
  }

  private static KillScene withoutFoxAndHare(KillPoints points) {
    KillScene run = KillScene.firstRun("a first run", MortalRows.of(FOX, HARE));
    return points
        .leftBy(run, KillPoint.of("commit SUBMITTED fox#1 after"))
        .with("withdrawn", MortalRows.of(OWL).without(FOX, HARE.endingAs("WITHDRAWN")))
        .with("withdrawn", Map.of(), "plan");
  }

  private static MortalTask made(String id) {
    return new MortalTask(id, "a " + id, "DELIVERED");
  }

  /** An output folder in which something else has the name of the clip. */
  private Path withAnotherFox() {
    return withAnother(CLIP);
  }

  private Path withAnother(String clip) {
    Path taken = folder.resolve("taken");
    try {
      Files.createDirectories(taken);
      Files.writeString(taken.resolve(clip), "not the clip");
      return taken;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static KillScene without(String clip, KillScene scene) {
    try {
      Files.delete(Objects.requireNonNull(scene.output()).resolve(clip));
      return scene;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static boolean isOfACommit(KillPoint at) {
    return at.kind().equals("commit");
  }

  private KillPointSeries series(Function<KillPoints, KillScene> scene, String... simulator) {
    return new KillPointSeries(folder, scene, simulator);
  }
}
