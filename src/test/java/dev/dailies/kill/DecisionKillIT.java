package dev.dailies.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The same promise where a person takes a decision back, wants another take, or has a ledger back.
 */
@Tag("chaos")
class DecisionKillIT {

  private static final KillPoint POST_ANSWERED = KillPoint.of("POST fox#1 after");
  private static final MortalTask FOX = made("fox", "a fox");
  private static final MortalTask HARE = made("hare", "a hare");
  private static final MortalTask OWL = made("owl", "an owl");
  private static final String NOBODYS_TICKET = "0b0e0f8a-5c0e-4f6e-9d5c-3a1f6c2b7d10";

  @TempDir private Path folder;

  @Test
  void resolveMayDieWhereItTakesAResubmitBack() {
    undo("--resubmit");
  }

  @Test
  void resolveMayDieWhereItTakesAGiveUpBack() {
    undo("--give-up");
  }

  @Test
  void resolveMayDieWhereItTakesAnAdoptedTicketBack() {
    undo("--adopt", NOBODYS_TICKET, "--yes");
  }

  /** The task is in doubt again, and nothing of what was decided is left. */
  private void undo(String... decision) {
    series(
            points ->
                decided(points.settledAfter(POST_ANSWERED), points, decision)
                    .with("undo " + decision[0], Map.of(), "resolve", "fox@1", "--undo"))
        .dieAtEach(KillPoint::isOfAMove);
  }

  /** First it lets go of the wrong one, and then it adopts the right one. */
  @Test
  void resolveMayDieWhereAWrongTicketIsReplaced() {
    series(
            points -> {
              KillScene doubt = points.settledAfter(POST_ANSWERED);
              String ticket = doubt.creates().get(0).ticket();
              return decided(doubt, points, "--adopt", NOBODYS_TICKET, "--yes")
                  .with("adopt another", Map.of(), "resolve", "fox@1", "--adopt", ticket);
            })
        .dieAtEach(KillPoint::isOfAMove);
  }

  private static KillScene decided(KillScene doubt, KillPoints points, String... decision) {
    String[] command = new String[decision.length + 2];
    command[0] = "resolve";
    command[1] = "fox@1";
    System.arraycopy(decision, 0, command, 2, decision.length);
    return points.leftBy(doubt.with("decide", Map.of(), command));
  }

  @Test
  void aRunMayDieWhereItPlansATakeThatReplacesAnother() {
    KillScene first = KillScene.firstRun("a first run", MortalRows.of(FOX));
    MortalRows rejects = MortalRows.replacing(FOX, made("fox@2", FOX.prompt()));
    series(points -> points.leftBy(first).with("retake", rejects))
        .dieAtEach(at -> at.isOfAMoveTo("RETAKE") || at.isOfAMoveTo("SUBMITTING"));
  }

  /** The ledger is gone, and its only copy does not know the last two clips. */
  @Test
  void recoverMayDieWhereItPutsACopyBackAndTakesClipsIn() {
    KillScene first = KillScene.firstRun("a first run", MortalRows.of(FOX));
    MortalRows all = MortalRows.of(FOX, HARE, OWL);
    series(
            points ->
                withoutLedger(points.leftBy(points.leftBy(first).with("more rows", all)))
                    .with("recover", Map.of(), "recover", "--yes"))
        .dieAtEach(at -> at.isOfAMove() || isOfTheLedgersFiles(at));
  }

  private static boolean isOfTheLedgersFiles(KillPoint at) {
    return List.of(".dailies/db", ".dailies/journal", ".dailies").contains(at.subject());
  }

  private static KillScene withoutLedger(KillScene scene) {
    Path inner = Objects.requireNonNull(scene.output()).resolve(".dailies");
    try {
      FileSystemUtils.deleteRecursively(inner.resolve("db"));
      FileSystemUtils.deleteRecursively(inner.resolve("copy-1"));
      Files.delete(inner.resolve("journal"));
      return scene;
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private static MortalTask made(String id, String prompt) {
    return new MortalTask(id, prompt, "DELIVERED");
  }

  private KillPointSeries series(Function<KillPoints, KillScene> scene) {
    return new KillPointSeries(folder, scene);
  }
}
