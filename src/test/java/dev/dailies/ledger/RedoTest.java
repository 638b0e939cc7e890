package dev.dailies.ledger;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clip that is wanted again is a task of its own, once. */
@ExtendWith(FreshLedger.class)
class RedoTest {

  private final TestLedger db;
  private final Stages stages;

  RedoTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void theNextRevisionTakesItsPlaceInThePlan() {
    Task made = made();

    db.ledger.redo(made, Cause.because("wanted"));

    List<Task> tasks = db.tasks(made.shotId());
    assertThat(tasks).extracting(Task::state).containsExactly(PLANNED, DELIVERED);
    assertThat(tasks).extracting(Task::revision).containsExactly(2, 1);
    assertThat(tasks).extracting(Task::plan).containsExactly(made.plan(), made.plan() - 1);
    assertThat(tasks.get(0).shot()).isEqualTo(made.shot());
    assertThat(tasks.get(0).reason()).isEqualTo("wanted");
    assertThat(tasks.get(0).attempts()).isZero();
  }

  @Test
  void oneViewAsksForOneClip() {
    Task made = made();
    db.ledger.redo(made, Cause.because("wanted"));

    assertThatExceptionOfType(StaleTaskException.class)
        .isThrownBy(() -> db.ledger.redo(made, Cause.because("wanted")));
    assertThat(db.tasks(made.shotId())).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DELIVERED", "UNDELIVERED"})
  void onlyWhatWasMadeIsMadeAgain(TaskState state) {
    Task task = stages.in(state);

    assertThatExceptionOfType(IllegalTransitionException.class)
        .isThrownBy(() -> db.ledger.redo(task, Cause.because("wanted")));
  }

  private Task made() {
    return stages.in(DELIVERED);
  }
}
