package dev.dailies.ledger;

import static dev.dailies.ledger.OnChange.FAIL;
import static dev.dailies.ledger.OnChange.KEEP;
import static dev.dailies.ledger.OnChange.REGENERATE;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static dev.dailies.ledger.TaskState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.RowMatch.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a manifest's rows do to the tasks that are there already. */
@ExtendWith(FreshLedger.class)
class RowMatchingTest {

  private static final PlannedRow CAT = Rows.row(2, "cat", 1, "a yawning cat");
  private static final PlannedRow EDITED = Rows.row(3, "cat", 1, "a sleeping cat");
  private static final PlannedRow OTHER = Rows.row(4, "cat", 1, "a leaping cat");

  private final TestLedger db;
  private final Stages stages;

  RowMatchingTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void plansANewRow() {
    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.PLANNED);

    Task task = db.task("cat");
    assertThat(task)
        .isEqualTo(
            new Task(
                task.id(),
                "cat",
                1,
                1,
                PLANNED,
                0,
                newestPlan(),
                2,
                "runway",
                CAT.digest(),
                CAT.shot(),
                CAT.cells(),
                CAT.price(),
                0,
                null,
                null));
  }

  @Test
  void leavesAnUnchangedRowAloneButMovesItsLine() {
    Task delivered = have(DELIVERED);

    assertThat(kind(FAIL, Rows.row(9, "cat", 1, "a yawning cat"))).isEqualTo(Kind.UNCHANGED);

    Task task = db.task("cat");
    assertThat(task.state()).isEqualTo(DELIVERED);
    assertThat(task.line()).isEqualTo(9);
    assertThat(task.plan()).isEqualTo(newestPlan());
    assertThat(task.version()).isEqualTo(delivered.version());
  }

  @Test
  void aPlannedRowFollowsTodaysSettings() {
    have(PLANNED);

    assertThat(kind(FAIL, Rows.row(2, "cat", 1, "a yawning cat", "cometapi")))
        .isEqualTo(Kind.UNCHANGED);

    assertThat(db.task("cat").provider()).isEqualTo("cometapi");
  }

  @Test
  void anEditBeforeAnythingWasSentReplacesTheRow() {
    have(PLANNED);

    assertThat(kind(FAIL, EDITED)).isEqualTo(Kind.PLANNED);

    assertThat(db.tasks("cat")).hasSize(1);
    assertThat(db.task("cat").shot()).isEqualTo(EDITED.shot());
    assertThat(db.history(db.task("cat"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "REJECTED"})
  void anEditOfWhatFailedForGoodIsATaskOfItsOwn(TaskState state) {
    Task before = have(state);

    assertThat(kind(FAIL, EDITED)).isEqualTo(Kind.PLANNED);

    assertThat(current()).containsExactly("cat+2 PLANNED");
    assertThat(db.tasks("cat")).contains(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "REJECTED"})
  void whatFailedStaysSoHoweverItsRowComesBack(TaskState state) {
    Task before = have(state);
    kind(REGENERATE, EDITED);
    kind(REGENERATE, OTHER);

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);

    assertThat(current()).containsExactly("cat " + state);
    assertThat(db.task("cat").state()).isEqualTo(WITHDRAWN);
    assertThat(db.tasks("cat")).hasSize(2).last().extracting(Task::shot).isEqualTo(before.shot());
  }

  @Test
  void everyVersionThatFailedIsRemembered() {
    have(FAILED);
    kind(REGENERATE, EDITED);
    stages.from(db.task("cat"), FAILED);
    kind(REGENERATE, OTHER);
    stages.from(db.task("cat"), REJECTED);

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);
    assertThat(current()).containsExactly("cat FAILED");
    assertThat(kind(REGENERATE, EDITED)).isEqualTo(Kind.UNCHANGED);
    assertThat(current()).containsExactly("cat+2 FAILED");
    assertThat(kind(REGENERATE, OTHER)).isEqualTo(Kind.UNCHANGED);
    assertThat(current()).containsExactly("cat+3 REJECTED");
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "FAILED", "REJECTED", "IN_DOUBT", "PLANNED", "SUBMITTED"})
  void aRowThatIsWrittenOtherwiseIsNoEdit(TaskState state) {
    have(state);
    PlannedRow otherwise = compared(EDITED, null, kept -> kept.cells().equals(CAT.cells()));

    assertThat(kind(REGENERATE, otherwise)).isEqualTo(Kind.UNCHANGED);

    Task task = db.task("cat");
    assertThat(db.tasks("cat")).hasSize(1);
    assertThat(task.state()).isEqualTo(state);
    assertThat(task.digest()).as("it is found by this from now on").isEqualTo(EDITED.digest());
    assertThat(task.cells()).isEqualTo(EDITED.cells());
  }

  @Test
  void aRowThatWouldSendWhatWasSentIsNoEdit() {
    db.plan(REGENERATE, compared(CAT, "request 1", kept -> false));
    stages.from(db.task("cat"), DELIVERED);

    assertThat(kind(REGENERATE, compared(EDITED, "request 1", kept -> false)))
        .isEqualTo(Kind.UNCHANGED);
    assertThat(kind(REGENERATE, compared(OTHER, "request 2", kept -> false)))
        .isEqualTo(Kind.REGENERATED);
  }

  @Test
  void asksForNoComparisonWhereTheDigestsAgree() {
    have(DELIVERED);
    PlannedRow row =
        compared(
            CAT,
            null,
            kept -> {
              throw new AssertionError("a million rows would be slow");
            });

    assertThat(kind(REGENERATE, row)).isEqualTo(Kind.UNCHANGED);
  }

  private static PlannedRow compared(
      PlannedRow row, @Nullable String request, Predicate<Comparison.Kept> same) {
    return new PlannedRow(
        row.line(),
        row.provider(),
        row.digest(),
        row.cells(),
        row.shot(),
        row.price(),
        false,
        new Comparison() {
          @Override
          public @Nullable String request() {
            return request;
          }

          @Override
          public boolean isSame(Kept kept) {
            return same.test(kept);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "REJECTED", "UNDELIVERED", "LOST", "IN_DOUBT"})
  void whatIsSettledStaysSettledWithoutAnEdit(TaskState state) {
    have(state);

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);

    assertThat(db.task("cat").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED", "REJECTED", "LOST", "IN_DOUBT"})
  void whatMayBeSentAgainKeepsTheNewestSignature(TaskState state) {
    have(state);
    Map<String, String> signedAgain = Map.of("id", "cat", "image", "https://example.org/c?sig=new");
    PlannedRow row =
        new PlannedRow(9, CAT.provider(), CAT.digest(), signedAgain, CAT.shot(), CAT.price());

    assertThat(kind(REGENERATE, row)).isEqualTo(Kind.UNCHANGED);

    assertThat(db.task("cat").cells()).isEqualTo(signedAgain);
    assertThat(db.task("cat").line()).isEqualTo(9);
    assertThat(db.task("cat").state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUBMITTING", "SUBMITTED", "SUCCEEDED", "IN_DOUBT", "LOST"})
  void anEditWaitsWhileTheProviderMayBeAtWork(TaskState state) {
    Task before = have(state);

    assertThat(kind(REGENERATE, EDITED)).isEqualTo(Kind.EDIT_WAITS);

    assertThat(db.tasks("cat")).hasSize(1);
    assertThat(db.task("cat").state()).isEqualTo(state);
    assertThat(db.task("cat").shot()).isEqualTo(before.shot());
    assertThat(db.task("cat").plan()).isEqualTo(newestPlan());
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "UNDELIVERED"})
  void anEditOfAClipMakesANewRevision(TaskState state) {
    Task old = have(state);

    assertThat(kind(REGENERATE, EDITED)).isEqualTo(Kind.REGENERATED);

    assertThat(db.tasks("cat")).extracting(Task::name).containsExactly("cat+2", "cat");
    assertThat(db.tasks("cat")).extracting(Task::state).containsExactly(PLANNED, state);
    assertThat(current()).containsExactly("cat+2 PLANNED");
    assertThat(db.tasks("cat").get(1)).isEqualTo(old);
  }

  @Test
  void keepLeavesTheClipAlone() {
    have(DELIVERED);

    assertThat(kind(KEEP, EDITED)).isEqualTo(Kind.KEPT);

    assertThat(current()).containsExactly("cat DELIVERED");
    assertThat(db.tasks("cat")).hasSize(1);
  }

  @Test
  void failForbidsTheEditOfAClip() {
    have(DELIVERED);

    assertThat(kind(FAIL, EDITED)).isEqualTo(Kind.FORBIDDEN);

    assertThat(current()).containsExactly("cat DELIVERED");
    assertThat(db.tasks("cat")).hasSize(1);
  }

  @Test
  void undoingAnEditLeadsBackToTheOldClip() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);

    assertThat(current()).containsExactly("cat DELIVERED");
    assertThat(db.tasks("cat")).extracting(Task::state).containsExactly(WITHDRAWN, DELIVERED);
  }

  @Test
  void repeatingAnUndoneEditPlansTheSameRevisionAgain() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);
    kind(REGENERATE, CAT);

    assertThat(kind(REGENERATE, EDITED)).isEqualTo(Kind.REGENERATED);

    assertThat(current()).containsExactly("cat+2 PLANNED");
    assertThat(db.tasks("cat")).hasSize(2);
  }

  @Test
  void countsAPlannedRevisionAsRegeneratedInEveryPlan() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);

    assertThat(kind(REGENERATE, EDITED)).isEqualTo(Kind.REGENERATED);
    assertThat(db.tasks("cat")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"KEEP", "FAIL"})
  void aPlannedRevisionIsNotSentOnceTheSettingsForbidIt(OnChange onChange) {
    have(DELIVERED);
    kind(REGENERATE, EDITED);

    assertThat(kind(onChange, EDITED)).isEqualTo(onChange == KEEP ? Kind.KEPT : Kind.FORBIDDEN);

    assertThat(current()).containsExactly("cat DELIVERED");
    assertThat(db.tasks("cat")).extracting(Task::state).containsExactly(WITHDRAWN, DELIVERED);
  }

  @Test
  void aSecondEditReplacesTheRevisionThatWasNotSent() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);

    assertThat(kind(REGENERATE, OTHER)).isEqualTo(Kind.REGENERATED);

    assertThat(current()).containsExactly("cat+2 PLANNED");
    assertThat(db.task("cat").shot()).isEqualTo(OTHER.shot());
    assertThat(db.tasks("cat")).hasSize(2);
  }

  @Test
  void aThirdVersionWaitsForTheSecondInFlight() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);
    stages.submitted(db.ledger.intend(db.task("cat"), "runway", Rows.REQUEST).task());

    assertThat(kind(REGENERATE, OTHER)).isEqualTo(Kind.EDIT_WAITS);
    assertThat(current()).containsExactly("cat+2 SUBMITTED");
  }

  @Test
  void anUndoneEditInFlightIsStillFinished() {
    have(DELIVERED);
    kind(REGENERATE, EDITED);
    stages.submitted(db.ledger.intend(db.task("cat"), "runway", Rows.REQUEST).task());

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);

    assertThat(current()).containsExactly("cat DELIVERED");
    assertThat(db.open.withTicket(SUBMITTED)).hasSize(1);
  }

  @Test
  void fewerTakesWithdrawWhatWasNotSent() {
    db.plan(REGENERATE, take(1), take(2), take(3));
    Task second = db.tasks("cat").get(1);
    stages.submitted(db.ledger.intend(second, "runway", Rows.REQUEST).task());

    db.plan(REGENERATE, take(1));

    assertThat(db.tasks("cat"))
        .extracting(Task::state)
        .containsExactly(PLANNED, SUBMITTED, WITHDRAWN);
    assertThat(current()).containsExactly("cat PLANNED");
  }

  @Test
  void moreTakesBringBackWhatWasWithdrawn() {
    db.plan(REGENERATE, take(1), take(2));
    db.plan(REGENERATE, take(1));

    List<RowMatch> stamped = db.plan(REGENERATE, take(1), take(2), take(3));

    assertThat(stamped)
        .extracting(RowMatch::kind)
        .containsExactly(Kind.UNCHANGED, Kind.PLANNED, Kind.PLANNED);
    assertThat(db.tasks("cat")).extracting(Task::name).containsExactly("cat", "cat@2", "cat@3");
    assertThat(db.history(db.tasks("cat").get(1)))
        .containsExactly("PLANNED>WITHDRAWN null null", "WITHDRAWN>PLANNED null null");
  }

  @Test
  void aReturnedRowMayBeEdited() {
    have(PLANNED);
    db.plan(REGENERATE);

    assertThat(kind(FAIL, EDITED)).isEqualTo(Kind.PLANNED);
    assertThat(db.tasks("cat")).hasSize(1);
    assertThat(db.task("cat").state()).isEqualTo(PLANNED);
  }

  @Test
  void aRemovedAndReturnedClipIsNotMadeAgain() {
    have(DELIVERED);
    db.plan(REGENERATE);
    assertThat(db.task("cat").state()).isEqualTo(DELIVERED);
    assertThat(current()).isEmpty();

    assertThat(kind(REGENERATE, CAT)).isEqualTo(Kind.UNCHANGED);
    assertThat(current()).containsExactly("cat DELIVERED");
  }

  @Test
  void reportsADuplicateWithTheLineOfTheFirst() {
    List<RowMatch> stamped = db.plan(REGENERATE, CAT, EDITED, CAT);

    assertThat(stamped)
        .containsExactly(
            new RowMatch(Kind.PLANNED, 0),
            new RowMatch(Kind.DUPLICATE, 2),
            new RowMatch(Kind.DUPLICATE, 2));
    assertThat(db.tasks("cat")).hasSize(1);
    assertThat(db.task("cat").shot()).isEqualTo(CAT.shot());
  }

  @ParameterizedTest
  @EnumSource
  void reportsADuplicateOfARowInAnyState(TaskState state) {
    have(state);

    assertThat(db.plan(KEEP, EDITED, CAT))
        .extracting(RowMatch::kind)
        .last()
        .isEqualTo(Kind.DUPLICATE);
  }

  @Test
  void takesIdsThatDifferByCaseForOne() {
    List<RowMatch> stamped = db.plan(REGENERATE, CAT, Rows.row(7, "CAT"));

    assertThat(stamped.get(1)).isEqualTo(new RowMatch(Kind.DUPLICATE, 2));
    assertThat(db.count("task")).isEqualTo(1);
  }

  @Test
  void knowsARowWhoseIdChangedItsCase() {
    have(PLANNED);

    assertThat(kind(REGENERATE, Rows.row(2, "Cat", 1, "a yawning cat"))).isEqualTo(Kind.UNCHANGED);

    assertThat(db.tasks("cat")).extracting(Task::shotId).containsExactly("Cat");
  }

  @Test
  void judgesARejectedLineAgainInEveryPlan() {
    reject(Rows.rejected(5, "no prompt"));
    assertThat(db.task("line:5").state()).isEqualTo(REJECTED);
    assertThat(db.task("line:5").reason()).isEqualTo("no prompt");

    reject(Rows.rejected(5, "the image is missing"));

    assertThat(db.tasks("line:5")).hasSize(1);
    assertThat(db.task("line:5").reason()).isEqualTo("the image is missing");
    assertThat(db.task("line:5").plan()).isEqualTo(newestPlan());
    assertThat(db.history(db.task("line:5"))).isEmpty();
  }

  @Test
  void aMendedLineIsWithdrawnAndMayBeRejectedOnceMore() {
    reject(Rows.rejected(5, "no prompt"));
    db.plan(REGENERATE, CAT);
    assertThat(db.task("line:5").state()).isEqualTo(WITHDRAWN);

    reject(Rows.rejected(5, "no prompt"));

    assertThat(db.task("line:5").state()).isEqualTo(REJECTED);
    assertThat(db.history(db.task("line:5")))
        .containsExactly("REJECTED>WITHDRAWN null null", "WITHDRAWN>REJECTED null null");
  }

  @Test
  void aRejectedLineNeverTouchesTheTaskOfItsId() {
    have(DELIVERED);

    reject(Rows.rejected(2, "duration is not a number"));

    assertThat(db.task("cat").state()).isEqualTo(DELIVERED);
    assertThat(current()).containsExactly("line:2 REJECTED");
  }

  @Test
  void coversEveryState() {
    var settled = Set.of(FAILED, CANCELLED, REJECTED, PLANNED, WITHDRAWN);
    var waiting = Set.of(SUBMITTING, SUBMITTED, SUCCEEDED, IN_DOUBT, LOST);
    var clips = Set.of(DELIVERED, UNDELIVERED);

    assertThat(EnumSet.allOf(TaskState.class))
        .allMatch(state -> state.holdsEdits() == waiting.contains(state))
        .allMatch(state -> state.holdsClip() == clips.contains(state))
        .hasSize(settled.size() + waiting.size() + clips.size());
  }

  private Kind kind(OnChange onChange, PlannedRow row) {
    return db.plan(onChange, row).get(0).kind();
  }

  private static PlannedRow take(int take) {
    return Rows.row(2, "cat", take, "a yawning cat");
  }

  /** The row CAT, planned and taken to a state. */
  private Task have(TaskState state) {
    db.plan(REGENERATE, CAT);
    if (state == WITHDRAWN) {
      db.plan(REGENERATE);
      return db.task("cat");
    }
    return stages.from(db.task("cat"), state);
  }

  private void reject(RejectedRow row) {
    long plan = db.plans.begin("manifest", "settings");
    db.transaction.executeWithoutResult(status -> db.matching.reject(plan, row));
    db.plans.finish(plan, new Plan.Counts(1, 1, 0, 0, 0), null);
  }

  private long newestPlan() {
    return db.plans.newest().orElseThrow().number();
  }

  /** What the newest plan saw, as {@code name STATE}. */
  private List<String> current() {
    return db
        .jdbc
        .sql("select " + TaskRows.COLUMNS + " from task t where plan_number = ? order by id")
        .param(newestPlan())
        .query(TaskRows::read)
        .list()
        .stream()
        .map(task -> task.name() + " " + task.state())
        .toList();
  }
}
