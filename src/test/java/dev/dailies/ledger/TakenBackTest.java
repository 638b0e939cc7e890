package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.provider.Evidence;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person has decided can be taken back while nothing has followed. */
@ExtendWith(FreshLedger.class)
class TakenBackTest {

  private static final Cause ADOPTED = new Cause(Cause.ADOPTED, "found", Evidence.NONE);
  private static final Cause AGAIN = new Cause(Cause.RESUBMITTED, "again", Evidence.NONE);
  private static final Cause GIVEN_UP = new Cause(Cause.GIVEN_UP, "enough", Evidence.NONE);
  private static final Cause NOT_KNOWN = Cause.because("not known there");

  private final TestLedger db;
  private final Stages stages;

  TakenBackTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  static Stream<Arguments> decisions() {
    BiFunction<Ledger, Task, Task> adopt = (ledger, task) -> ledger.adopted(task, "t-1", ADOPTED);
    BiFunction<Ledger, Task, Task> again = (ledger, task) -> ledger.planAgain(task, AGAIN);
    BiFunction<Ledger, Task, Task> replace = (ledger, task) -> ledger.replaced(task, AGAIN);
    BiFunction<Ledger, Task, Task> giveUp =
        (ledger, task) -> ledger.cancelled(task, null, GIVEN_UP);
    return Stream.of(
        Arguments.of(IN_DOUBT, adopt, SUBMITTED),
        Arguments.of(IN_DOUBT, again, PLANNED),
        Arguments.of(IN_DOUBT, giveUp, CANCELLED),
        Arguments.of(LOST, again, PLANNED),
        Arguments.of(LOST, giveUp, CANCELLED),
        Arguments.of(SUBMITTED, replace, PLANNED),
        Arguments.of(SUBMITTED, giveUp, CANCELLED));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void leavesEverythingAsItWas(
      TaskState from, BiFunction<Ledger, Task, Task> decide, TaskState decided) {
    Task before = stages.in(from);
    SentAttempt attempt = attempt(before);

    Task after = decide.apply(db.ledger, before);
    assertThat(after.state()).isEqualTo(decided);
    Task back = db.ledger.undone(after);

    assertThat(stages.again(before)).isEqualTo(back);
    assertThat(back.state()).isEqualTo(from);
    assertThat(back.reason()).isEqualTo(before.reason());
    assertThat(back.reasonCode()).isEqualTo(before.reasonCode());
    assertThat(attempt(back)).isEqualTo(attempt);
    assertThatThrownBy(() -> db.ledger.undone(back))
        .isInstanceOf(NothingToUndoException.class)
        .hasMessageContaining("no decision to take back");
  }

  @Test
  void isRefusedOnceSomethingHasFollowed() {
    Task again = db.ledger.planAgain(stages.in(IN_DOUBT), AGAIN);
    Task sent = db.ledger.intend(again, "runway", Rows.REQUEST).task();
    Task putOff = db.ledger.putOff(sent, NOT_KNOWN);

    assertThatThrownBy(() -> db.ledger.undone(putOff)).isInstanceOf(NothingToUndoException.class);
    assertThat(stages.again(putOff)).isEqualTo(putOff);
  }

  @Test
  void isRefusedOnceItsRowWasPlannedOtherwise() {
    Task givenUp = db.ledger.cancelled(stages.in(IN_DOUBT), null, GIVEN_UP);
    long plan = db.plans.begin("manifest 2", "settings");
    db.match(plan, OnChange.REGENERATE, Rows.row(1, givenUp.shotId(), 1, "edited"));
    Task seen = stages.again(givenUp);

    assertThatThrownBy(() -> db.ledger.undone(seen)).isInstanceOf(NothingToUndoException.class);
    assertThat(stages.again(givenUp).state()).isEqualTo(CANCELLED);
  }

  @Test
  void isRefusedWhereNobodyHasDecidedAnything() {
    for (TaskState state : TaskState.values()) {
      Task task = stages.in(state);

      assertThatThrownBy(() -> db.ledger.undone(task)).isInstanceOf(NothingToUndoException.class);
    }
  }

  @Test
  void letsATicketGoThatAPersonFoundAndNobodyKnows() {
    Task lost = db.ledger.lost(adopted("wrong"), NOT_KNOWN);

    Task open = db.ledger.reopened(lost, NOT_KNOWN);

    assertThat(open.state()).isEqualTo(IN_DOUBT);
    assertThat(attempt(open).ticket()).isNull();
    assertThat(attempt(open).isUnknown()).isTrue();
    assertThat(db.ledger.adopted(open, "right", ADOPTED).state()).isEqualTo(SUBMITTED);
  }

  @Test
  void keepsATicketThatTheProviderGave() {
    Task given = stages.in(LOST);
    Task seen = db.ledger.found(db.ledger.lost(adopted("t-2"), NOT_KNOWN), Stages.ANSWER);

    for (Task task : new Task[] {given, stages.in(SUBMITTED), seen, stages.in(PLANNED)}) {
      assertThatThrownBy(() -> db.ledger.reopened(task, NOT_KNOWN))
          .isInstanceOf(IllegalTransitionException.class);
      assertThat(stages.again(task)).isEqualTo(task);
    }
  }

  private Task adopted(String ticket) {
    return db.ledger.adopted(stages.in(IN_DOUBT), ticket, ADOPTED);
  }

  private SentAttempt attempt(Task task) {
    return Objects.requireNonNull(db.queries.of(task).attempt());
  }
}
