package dev.dailies.ledger;

import static dev.dailies.ledger.OnChange.REGENERATE;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Plan.RowProblem;
import dev.dailies.provider.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(FreshLedger.class)
class PlansTest {

  private static final PlannedRow CAT = Rows.row(2, "cat");
  private static final PlannedRow DOG = Rows.row(3, "dog");

  private final TestLedger db;
  private final Stages stages;

  PlansTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void knowsNoPlanAtFirst() {
    assertThat(db.plans.newest()).isEmpty();
    assertThat(db.queries.countCurrent()).isEmpty();
  }

  @Test
  void countsPlansFromOne() {
    assertThat(db.plans.begin("m", "s")).isEqualTo(1);
    assertThat(db.plans.begin("m", "s")).isEqualTo(2);
  }

  @Test
  void keepsWhatAPlanCameTo() {
    long plan = db.plans.begin("manifest", "settings");

    Plan finished = db.plans.finish(plan, new Plan.Counts(10, 2, 3, 4, 5), "2 rows are rejected");

    assertThat(finished.finishedAt()).isNotNull();
    assertThat(finished)
        .isEqualTo(
            new Plan(
                plan,
                finished.finishedAt(),
                "manifest",
                "settings",
                new Plan.Counts(10, 2, 3, 4, 5),
                "2 rows are rejected"))
        .isEqualTo(db.plans.newest().orElseThrow());
    assertThat(finished.isAdmitted()).isFalse();
  }

  @Test
  void readsInJsonAsOneFlatObject() {
    Plan plan = new Plan(7, null, "manifest", "settings", new Plan.Counts(10, 2, 3, 4, 5), null);

    assertThat(JsonMapper.builder().build().writeValueAsString(plan))
        .isEqualTo(
            "{'number':7,'finishedAt':null,'manifestDigest':'manifest','settingsDigest':'settings','rows':10,'rejectedRows':2,'regenerated':3,'waitingEdits':4,'rowsWithFiles':5,'refusal':null,'admitted':false}"
                .replace('\'', '"'));
  }

  @Test
  void admitsAFinishedPlanWithoutRefusal() {
    db.plan(REGENERATE, CAT);

    assertThat(db.plans.newest().orElseThrow().isAdmitted()).isTrue();
  }

  @Test
  void admitsNoPlanBeforeItsEnd() {
    db.plan(REGENERATE, CAT);
    long plan = db.plans.begin("m", "s");
    db.match(plan, REGENERATE, CAT);

    assertThat(db.plans.newest().orElseThrow().isAdmitted()).isFalse();
  }

  @Test
  void withdrawsOnlyAtTheEnd() {
    db.plan(REGENERATE, CAT, DOG);
    long plan = db.plans.begin("m", "s");
    db.match(plan, REGENERATE, CAT);
    assertThat(db.task("dog").state()).isEqualTo(PLANNED);

    db.plans.finish(plan, new Plan.Counts(1, 0, 0, 0, 0), null);

    assertThat(db.task("dog").state()).isEqualTo(WITHDRAWN);
    assertThat(db.task("dog").version()).isEqualTo(1);
    assertThat(db.history(db.task("dog"))).containsExactly("PLANNED>WITHDRAWN null null");
    assertThat(db.task("cat").state()).isEqualTo(PLANNED);
  }

  @Test
  void withdrawsMoreThanFitsInOneTransaction() {
    var rows = IntStream.range(0, 4_500).mapToObj(n -> Rows.row(n + 2, "shot-" + n));
    db.plan(REGENERATE, rows.toArray(PlannedRow[]::new));

    db.plan(REGENERATE, Rows.row(2, "shot-77"), Rows.row(3, "new"));

    assertThat(db.queries.countAll()).isEqualTo(Map.of(PLANNED, 2L, WITHDRAWN, 4_499L));
    assertThat(db.count("event")).isEqualTo(4_499);
  }

  @Test
  void withdrawsNothingThatWasSent() {
    Map<TaskState, Task> tasks = new EnumMap<>(TaskState.class);
    for (TaskState state : TaskState.values()) {
      tasks.put(state, stages.in(state));
    }

    db.plan(REGENERATE);

    tasks.forEach(
        (state, task) ->
            assertThat(stages.again(task).state()).isEqualTo(state == PLANNED ? WITHDRAWN : state));
  }

  @Test
  void withdrawsNothingWhenTheManifestIsRefusedUnread() {
    db.plan(REGENERATE, CAT);
    long plan = db.plans.begin("m", "s");

    Plan refused = db.plans.refuse(plan, "the file is not UTF-8");

    assertThat(refused.isAdmitted()).isFalse();
    assertThat(refused.refusal()).isEqualTo("the file is not UTF-8");
    assertThat(db.task("cat").state()).isEqualTo(PLANNED);
  }

  @Test
  void goesOnAfterAPlanThatWasKilledInTheMiddle() {
    db.plan(REGENERATE, CAT, DOG);
    stages.from(db.task("cat"), DELIVERED);
    long killed = db.plans.begin("edited", "s");
    db.match(killed, REGENERATE, Rows.row(2, "cat", 1, "edited"), Rows.row(9, "new"));
    assertThat(db.open.planned("runway", killed - 1, Set.of(), 9))
        .extracting(Task::shotId)
        .containsExactly("dog");

    List<RowMatch> stamped =
        db.plan(REGENERATE, Rows.row(2, "cat", 1, "edited"), DOG, Rows.row(9, "new"));

    assertThat(stamped)
        .extracting(RowMatch::kind)
        .containsExactly(
            RowMatch.Kind.REGENERATED, RowMatch.Kind.UNCHANGED, RowMatch.Kind.UNCHANGED);
    assertThat(db.count("task")).isEqualTo(4);
    assertThat(db.queries.countCurrent()).isEqualTo(Map.of(PLANNED, 3L));
    assertThat(db.queries.countAll()).isEqualTo(Map.of(PLANNED, 3L, DELIVERED, 1L));
  }

  @Test
  void showsErrorsBeforeWarningsInTheManifestsOrder() {
    long plan = db.plans.begin("m", "s");
    var warning = Problem.warning("ratio", "16x9", "odd", "write 16:9");
    var error = Problem.error("prompt", null, "is blank", "write one");
    note(plan, new RowProblem(2, warning));
    note(plan, new RowProblem(9, error));
    note(plan, new RowProblem(4, error));

    assertThat(db.plans.problems(plan, 2))
        .containsExactly(new RowProblem(4, error), new RowProblem(9, error));
    assertThat(db.plans.countProblems(plan, Problem.Severity.ERROR)).isEqualTo(2);
    assertThat(db.plans.countProblems(plan, Problem.Severity.WARNING)).isEqualTo(1);
  }

  @Test
  void showsWarningsBeforeNotes() {
    long plan = db.plans.begin("m", "s");
    var warning = Problem.warning("prompt", null, "is empty", "write one");
    note(plan, new RowProblem(2, Problem.note("ratio", "16:9", "16:9 is 1280:720", "")));
    note(plan, new RowProblem(9, warning));

    assertThat(db.plans.problems(plan, 1)).containsExactly(new RowProblem(9, warning));
  }

  @Test
  void forgetsTheProblemsOfOlderPlans() {
    long plan = db.plans.begin("m", "s");
    RowProblem problem = new RowProblem(2, Problem.error("id", "", "is blank", "write one"));
    db.transaction.executeWithoutResult(
        status -> IntStream.range(0, 2_001).forEach(n -> db.plans.note(plan, problem)));

    db.plans.begin("m", "s");

    assertThat(db.count("problem")).isZero();
  }

  @Test
  void cutsTextsThatAreTooLong() {
    String text = "x".repeat(5_000);
    long plan = db.plans.begin("m", "s");
    note(plan, new RowProblem(2, Problem.error(text, text, text, text)));

    assertThat(db.plans.finish(plan, new Plan.Counts(1, 1, 0, 0, 0), text).refusal())
        .hasSize(1_000);
    assertThat(db.plans.problems(plan, 1).get(0).problem().message()).hasSize(2_000);
  }

  private void note(long plan, RowProblem problem) {
    db.transaction.executeWithoutResult(status -> db.plans.note(plan, problem));
  }
}
