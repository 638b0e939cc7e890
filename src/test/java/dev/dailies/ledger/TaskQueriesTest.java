package dev.dailies.ledger;

import static dev.dailies.ledger.OnChange.REGENERATE;
import static dev.dailies.ledger.Stages.ANSWER;
import static dev.dailies.ledger.Stages.CAUSE;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.REJECTED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshLedger.class)
class TaskQueriesTest {

  private final TestLedger db;
  private final Stages stages;

  TaskQueriesTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void handsOverEveryTaskOnceInTheOrderOfPlanning() {
    var rows = IntStream.range(0, 1_201).mapToObj(n -> Rows.row(n + 2, "shot-" + n)).toList();
    db.plan(REGENERATE, rows.toArray(PlannedRow[]::new));

    assertThat(queries())
        .extracting(view -> view.task().shotId())
        .containsExactlyElementsOf(rows.stream().map(row -> row.shot().id()).toList());
  }

  @Test
  void handsOverAFullLastPage() {
    var rows = IntStream.range(0, 500).mapToObj(n -> Rows.row(n + 2, "shot-" + n));
    db.plan(REGENERATE, rows.toArray(PlannedRow[]::new));

    assertThat(queries()).hasSize(500);
  }

  @Test
  void handsOverEveryStateButWithdrawn() {
    stages.in(TaskState.WITHDRAWN);
    for (TaskState state : TaskState.values()) {
      if (state != TaskState.WITHDRAWN) {
        stages.in(state);
      }
    }

    assertThat(db.count("task")).isEqualTo(12);
    assertThat(queries())
        .extracting(view -> view.task().state())
        .containsExactlyInAnyOrder(
            Arrays.stream(TaskState.values())
                .filter(state -> state != TaskState.WITHDRAWN)
                .toArray(TaskState[]::new));
  }

  @Test
  void givesEachTaskItsOwnOutputs() {
    Task one = db.ledger.succeeded(stages.in(SUBMITTED), List.of("a", "b"), null, ANSWER);
    stages.in(PLANNED);
    Task two = db.ledger.succeeded(stages.in(SUBMITTED), List.of("c"), null, ANSWER);

    assertThat(queries())
        .extracting(TaskView::outputs)
        .containsExactly(db.open.outputs(one), List.of(), db.open.outputs(two));
    assertThat(db.open.outputs(one)).extracting(Output::url).containsExactly("a", "b");
  }

  @Test
  void tellsWhatTheNewestPlanDidNotSee() {
    stages.in(SUBMITTED);
    stages.in(SUBMITTED);

    assertThat(queries()).extracting(TaskView::current).containsExactly(false, true);
  }

  @Test
  void showsTheNewestAttempt() {
    Task again = db.ledger.planAgain(stages.in(FAILED), CAUSE);
    db.ledger.intend(again, "runway", Rows.REQUEST);

    assertThat(queries())
        .singleElement()
        .satisfies(view -> assertThat(view.attempt()).extracting("number").isEqualTo(2));
  }

  @Test
  void countsOnlyWhatAProviderTookAsSpent() {
    stages.in(PLANNED);
    stages.in(REJECTED);
    assertMoney("0", "0", 0);

    stages.in(SUBMITTED);
    stages.in(FAILED);
    stages.in(LOST);
    stages.in(CANCELLED);
    assertMoney("1.00", "0", 0);
  }

  @Test
  void countsWhatWasChargedRatherThanWhatWasExpected() {
    Task task = db.ledger.submitted(stages.in(SUBMITTING), "t", Price.usd("0.3"), ANSWER);
    assertMoney("0.30", "0", 0);

    db.ledger.failed(task, Price.usd("0"), false, CAUSE);
    assertMoney("0", "0", 0);
  }

  @Test
  void countsAResultThatCameWithoutATicket() {
    stages.succeeded(stages.in(SUBMITTING));

    assertMoney("0.25", "0", 0);
  }

  @Test
  void countsEveryPaidAttemptOfATask() {
    again(db.ledger.planAgain(stages.in(FAILED), CAUSE));

    assertMoney("0.50", "0", 0);
  }

  @Test
  void countsNoRefusedAttemptOfATaskThatSucceededLater() {
    again(db.ledger.planAgain(stages.in(REJECTED), CAUSE));

    assertMoney("0.25", "0", 0);
  }

  @Test
  void countsAnAttemptInDoubtAsNeitherSpentNorSaved() {
    Task doubtful = stages.in(IN_DOUBT);
    assertMoney("0", "0.25", 0);

    Task planned = db.ledger.planAgain(doubtful, CAUSE);
    assertMoney("0", "0", 0);
    assertSettled("0.25");
    again(planned);
    assertMoney("0.25", "0", 0);
    assertSettled("0.25");
    stages.in(IN_DOUBT);
    assertMoney("0.25", "0.25", 0);
  }

  @Test
  void stillDoubtsWhatAPersonGaveUp() {
    db.ledger.cancelled(stages.in(IN_DOUBT), null, Cause.because("given up"));

    assertMoney("0", "0", 0);
    assertSettled("0.25");
  }

  @Test
  void movesMoneyFromDoubtToSpentWhenATicketIsAdopted() {
    stages.submitted(stages.in(IN_DOUBT));

    assertMoney("0.25", "0", 0);
  }

  @Test
  void countsAttemptsWithoutAPrice() {
    var free = new Request("https://example.org", "/", null, "{}", null);
    Task sent = db.ledger.intend(stages.planned(), "comfyui", free).task();
    assertMoney("0", "0", 1);
    Task taken = stages.submitted(sent);
    assertMoney("0", "0", 1);
    db.ledger.succeeded(taken, List.of("a"), Price.usd("0.1"), ANSWER);
    assertMoney("0.10", "0", 0);
    db.ledger.refused(db.ledger.intend(stages.planned(), "comfyui", free).task(), CAUSE);
    assertMoney("0.10", "0", 0);
  }

  @Test
  void addsSmallPricesExactly() {
    var request = new Request("https://example.org", "/", null, "{}", Price.usd("0.00012345"));
    for (int n = 0; n < 3; n++) {
      Task sent = db.ledger.intend(stages.planned(), "cometapi", request).task();
      stages.submitted(sent);
    }

    assertMoney("0.00037035", "0", 0);
  }

  @Test
  void namesTheTypesOfProvidersThatWereSentTo() {
    assertThat(db.queries.providerTypesUsed()).isEmpty();

    stages.in(SUCCEEDED);
    stages.in(SUCCEEDED);

    assertThat(db.queries.providerTypesUsed()).containsExactly("runway");
  }

  private void again(Task planned) {
    Task sent = db.ledger.intend(planned, "runway", Rows.REQUEST).task();
    stages.succeeded(stages.submitted(sent));
  }

  private void assertMoney(String spent, String inDoubt, long unpriced) {
    Money money = db.queries.money();
    assertThat(money.spent().usd()).isEqualByComparingTo(spent);
    assertThat(money.inDoubt().usd()).isEqualByComparingTo(inDoubt);
    assertThat(money.unpriced()).isEqualTo(unpriced);
  }

  private void assertSettled(String usd) {
    assertThat(db.queries.money().settledDoubts().usd()).isEqualByComparingTo(usd);
  }

  private List<TaskView> queries() {
    var queries = new ArrayList<TaskView>();
    db.queries.forEach(queries::add);
    return queries;
  }
}
