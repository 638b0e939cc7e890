package dev.dailies.ledger;

import static dev.dailies.ledger.OnChange.REGENERATE;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshLedger.class)
class OpenTasksTest {

  private final TestLedger db;
  private final Stages stages;

  OpenTasksTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void handsOutTheOldestPlannedTasksFirst() {
    db.plan(REGENERATE, Rows.row(2, "c"), Rows.row(3, "a"), Rows.row(4, "b"));

    assertThat(planned("runway", Set.of(), 2)).extracting(Task::shotId).containsExactly("c", "a");
    assertThat(planned("runway", Set.of(), 9)).hasSize(3);
  }

  @Test
  void leavesOutWhatWasHandedOutAlready() {
    db.plan(REGENERATE, Rows.row(2, "c"), Rows.row(3, "a"), Rows.row(4, "b"));
    var except = Set.of(db.task("c").id(), db.task("b").id(), 999L);

    assertThat(planned("runway", except, 2)).extracting(Task::shotId).containsExactly("a");
  }

  @Test
  void neverMixesProviders() {
    db.plan(
        REGENERATE,
        Rows.row(2, "a", 1, "x", "runway"),
        Rows.row(3, "b", 1, "x", "cometapi"),
        Rows.row(4, "c", 1, "x", "comfyui"),
        Rows.row(5, "d", 1, "x", "runway"));

    assertThat(planned("cometapi", Set.of(), 9)).extracting(Task::shotId).containsExactly("b");
    assertThat(db.open.providersOfPlanned(newestPlan()))
        .containsExactly("cometapi", "comfyui", "runway");
    assertThat(db.open.providersOfPlanned(newestPlan() - 1)).isEmpty();
  }

  @Test
  void handsOutNothingThatTheNewestPlanDidNotSee() {
    db.plan(REGENERATE, Rows.row(2, "old"));
    long plan = db.plans.begin("m", "s");
    db.match(plan, REGENERATE, Rows.row(3, "new"));

    assertThat(planned("runway", Set.of(), 9)).extracting(Task::shotId).containsExactly("new");
  }

  @Test
  void looksAsOftenAsItLikes() {
    db.plan(REGENERATE, Rows.row(2, "a"));

    for (int n = 0; n < 3 * db.dataSource.getMaximumPoolSize(); n++) {
      assertThat(planned("runway", Set.of(), 1)).hasSize(1);
    }
  }

  @Test
  void countsWhatTakesAPlaceInTheWindow() {
    for (TaskState state : TaskState.values()) {
      stages.in(state);
    }

    assertThat(db.open.inFlightCount("runway")).isEqualTo(2);
    assertThat(db.open.inFlightCount("cometapi")).isZero();
  }

  @Test
  void findsTicketsOnlyWhereThereAreAny() {
    Task lost = stages.in(LOST);
    stages.in(SUBMITTING);
    stages.in(IN_DOUBT);
    stages.in(FAILED);
    Task first = stages.in(SUBMITTED);
    Task second = stages.in(SUBMITTED);
    stages.succeeded(stages.in(SUBMITTING));
    Task withTicket = stages.in(SUCCEEDED);

    assertThat(tasks(LOST)).containsExactly(lost);
    assertThat(tasks(SUBMITTED)).containsExactly(first, second);
    assertThat(tasks(SUCCEEDED)).containsExactly(withTicket);
    assertThat(tasks(IN_DOUBT)).isEmpty();
    assertThat(db.open.in(SUCCEEDED)).hasSize(2);
  }

  @Test
  void pollsTheNewestAttemptOnly() {
    Task again = db.ledger.planAgain(stages.in(FAILED), Stages.CAUSE);
    assertThat(db.open.withTicket(PLANNED)).hasSize(1);

    Task sent = db.ledger.intend(again, "runway", Rows.REQUEST).task();
    db.ledger.submitted(sent, "second ticket", null, Stages.ANSWER);

    assertThat(db.open.withTicket(SUBMITTED))
        .singleElement()
        .satisfies(found -> assertThat(found.attempt().ticket()).isEqualTo("second ticket"));
  }

  @Test
  void tellsHowLongTheNewestClipsTookWhereThatWasSeen() {
    for (int seconds = 1; seconds <= 3; seconds++) {
      delivered(stages.in(SUBMITTED), Duration.ofSeconds(seconds));
    }
    stages.in(DELIVERED);
    db.ledger.succeeded(stages.in(SUBMITTED), List.of("a"), null, Stages.ANSWER, Duration.ZERO);

    var kind = new TimeTaken.Kind("runway", "gen4_turbo", 5);
    assertThat(db.open.timesTaken("runway", 3))
        .containsExactly(
            new TimeTaken(kind, Duration.ofSeconds(2)), new TimeTaken(kind, Duration.ofSeconds(3)));
    assertThat(db.open.timesTaken("cometapi", 3)).isEmpty();
  }

  private void delivered(Task task, Duration took) {
    Task done = db.ledger.succeeded(task, List.of(Stages.URL), null, Stages.ANSWER, took);
    db.ledger.delivered(done, List.of(Stages.FILE));
  }

  private List<Task> tasks(TaskState state) {
    return db.open.withTicket(state).stream().map(InFlight::task).toList();
  }

  private List<Task> planned(String provider, Set<Long> except, int limit) {
    return db.open.planned(provider, newestPlan(), except, limit);
  }

  private long newestPlan() {
    return db.plans.newest().orElseThrow().number();
  }
}
