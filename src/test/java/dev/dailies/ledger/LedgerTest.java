package dev.dailies.ledger;

import static dev.dailies.ledger.Stages.ANSWER;
import static dev.dailies.ledger.Stages.CAUSE;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static dev.dailies.ledger.TaskState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.ledger.Ledger.Intent;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshLedger.class)
class LedgerTest {

  private final TestLedger db;
  private final Stages stages;

  LedgerTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @Test
  void keepsEverythingOfALife() {
    Intent intent = db.ledger.intend(stages.planned(), "runway", Rows.REQUEST);
    Task sent =
        db.ledger.submitted(
            intent.task(), "ticket 1", Price.usd("0.2"), new Evidence(201, "request-1"));
    InFlight seen = db.open.withTicket(SUBMITTED).get(0);
    Task done =
        db.ledger.succeeded(
            sent, List.of(Stages.URL, "b"), Price.usd("0.3"), new Evidence(200, "request-2"));
    var second = new DeliveredFile("cat~2.mp4", 5, "b".repeat(64), "video/mp4");
    db.ledger.delivered(done, List.of(Stages.FILE, second));

    assertThat(seen.task()).isEqualTo(sent);
    assertThat(seen.attempt()).isEqualTo(new Attempt(intent.id(), Rows.REQUEST, "ticket 1"));
    TaskView view = view();
    assertThat(view.task().state()).isEqualTo(TaskState.DELIVERED);
    SentAttempt attempt = Objects.requireNonNull(view.attempt());
    assertThat(attempt.id()).isEqualTo(intent.id());
    assertThat(attempt.request()).isEqualTo(Rows.REQUEST);
    assertThat(attempt.ticket()).isEqualTo("ticket 1");
    assertThat(attempt.charged()).isEqualTo(Price.usd("0.30"));
    assertThat(attempt.provider()).isEqualTo("runway");
    assertThat(attempt.acceptedAt()).isBetween(attempt.intendedAt(), view.changedAt());
    assertThat(attempt.endedAt()).isNotNull();
    assertThat(view.outputs())
        .containsExactly(new Output(1, Stages.URL, Stages.FILE), new Output(2, "b", second))
        .isEqualTo(db.open.outputs(done));
    assertThat(db.history(done))
        .containsExactly(
            "PLANNED>SUBMITTING 1 null",
            "SUBMITTING>SUBMITTED 1 201",
            "SUBMITTED>SUCCEEDED 1 200",
            "SUCCEEDED>DELIVERED 1 null");
    assertThat(db.jdbc.sql("select request_id from event order by id").query(String.class).list())
        .containsExactly(null, "request-1", "request-2", null);
  }

  @Test
  void usesTheNumberOfAnAttemptAgainThatWasPutOff() {
    Task task = db.ledger.putOff(stages.in(SUBMITTING), CAUSE);

    assertThat(task.attempts()).isZero();
    assertThat(db.count("attempt")).isZero();
    assertThat(db.history(task).get(1)).isEqualTo("SUBMITTING>PLANNED 1 400");
    assertThat(db.ledger.intend(task, "runway", Rows.REQUEST).task().attempts()).isEqualTo(1);
  }

  @Test
  void keepsTheAttemptInDoubtWhenItIsSentAgain() {
    Task again = db.ledger.planAgain(stages.in(IN_DOUBT), Cause.because("resolved: resubmit"));

    Task sent = db.ledger.intend(again, "runway", Rows.REQUEST).task();

    assertThat(sent.attempts()).isEqualTo(2);
    assertThat(db.count("attempt")).isEqualTo(2);
  }

  @Test
  void keepsThePaidAttemptOfATaskThatFailedAndIsPutOffLater() {
    Task again = db.ledger.planAgain(stages.in(TaskState.FAILED), CAUSE);
    db.ledger.putOff(db.ledger.intend(again, "runway", Rows.REQUEST).task(), CAUSE);

    assertThat(db.jdbc.sql("select ticket from attempt").query(String.class).list())
        .containsExactly("ticket of shot-1");
  }

  @Test
  void adoptsATicketForATaskInDoubt() {
    Task task = db.ledger.submitted(stages.in(IN_DOUBT), "found on their site", null, ANSWER);

    assertThat(db.open.withTicket(SUBMITTED))
        .singleElement()
        .satisfies(found -> assertThat(found.attempt().ticket()).isEqualTo("found on their site"))
        .satisfies(found -> assertThat(found.task()).isEqualTo(task));
  }

  @Test
  void neverPlansARowAgainThatCouldNotBePlanned() {
    long plan = db.plans.begin("m", "s");
    db.transaction.executeWithoutResult(
        status -> db.matching.reject(plan, Rows.rejected(7, "no prompt")));
    Task rejected = db.task("line:7");

    assertThatThrownBy(() -> db.ledger.planAgain(rejected, CAUSE))
        .isInstanceOf(IllegalTransitionException.class);
  }

  @Test
  void forgetsTheReasonOfAnEarlierState() {
    Task again = db.ledger.planAgain(stages.in(TaskState.FAILED), Cause.of(Evidence.NONE));

    assertThat(again.reason()).isNull();
    assertThat(stages.again(again)).isEqualTo(again);
  }

  @Test
  void changesNothingOnAStaleView() {
    Task stale = stages.in(SUBMITTING);
    Task fresh = stages.submitted(stale);
    List<String> history = db.history(fresh);

    assertThatThrownBy(() -> db.ledger.doubted(stale, CAUSE))
        .isInstanceOf(StaleTaskException.class)
        .hasMessage("task shot-1 is no longer SUBMITTING as of version 1");
    assertThatThrownBy(() -> db.ledger.putOff(stale, CAUSE)).isInstanceOf(StaleTaskException.class);
    assertThatThrownBy(() -> db.ledger.submitted(stale, "another", null, ANSWER))
        .isInstanceOf(StaleTaskException.class);

    assertThat(stages.again(fresh)).isEqualTo(fresh);
    assertThat(db.history(fresh)).isEqualTo(history);
    assertThat(db.open.withTicket(SUBMITTED).get(0).attempt().ticket())
        .isEqualTo("ticket of shot-1");
  }

  @Test
  void sendsNothingTwiceOnAStaleView() {
    Task planned = stages.planned();
    db.ledger.intend(planned, "runway", Rows.REQUEST);

    assertThatThrownBy(() -> db.ledger.intend(planned, "runway", Rows.REQUEST))
        .isInstanceOf(StaleTaskException.class);
    assertThat(db.count("attempt")).isEqualTo(1);
  }

  @Test
  void tellsListenersAfterTheCommit() {
    var moves = new ArrayList<Move>();
    var seen = new ArrayList<TaskState>();
    db.ledger.onMove(moves::add);
    db.ledger.onMove(move -> seen.add(stages.again(move.task()).state()));

    Task task = stages.in(SUBMITTING);

    assertThat(moves).containsExactly(new Move(task, PLANNED, SUBMITTING));
    assertThat(seen).containsExactly(SUBMITTING);
  }

  @Test
  void letsNoListenerUndoOrHideAChange() {
    var moves = new ArrayList<Move>();
    db.ledger.onMove(
        move -> {
          throw new IllegalStateException("broken listener");
        });
    db.ledger.onMove(moves::add);

    Task task = stages.in(SUBMITTED);

    assertThat(stages.again(task)).isEqualTo(task);
    assertThat(moves).hasSize(2);
  }

  @Test
  void tellsNobodyOfAChangeThatWasRefused() {
    Task stale = stages.in(SUBMITTING);
    stages.submitted(stale);
    var moves = new ArrayList<Move>();
    db.ledger.onMove(moves::add);

    assertThatThrownBy(() -> db.ledger.doubted(stale, CAUSE)).isNotNull();

    assertThat(moves).isEmpty();
  }

  @Test
  void renewsLinksOnlyWhileTheFilesAreAwaited() {
    Task done = stages.in(SUCCEEDED);
    db.ledger.renewed(done, List.of("fresh"));
    Task delivered = db.ledger.delivered(done, List.of(Stages.FILE));

    assertThatThrownBy(() -> db.ledger.renewed(done, List.of("too late")))
        .isInstanceOf(StaleTaskException.class);
    assertThatThrownBy(() -> db.ledger.renewed(delivered, List.of("too late")))
        .isInstanceOf(IllegalTransitionException.class);

    assertThat(db.open.outputs(done)).containsExactly(new Output(1, "fresh", Stages.FILE));
  }

  @Test
  void deliversOnlyWithAFileForEveryOutput() {
    Task done = db.ledger.succeeded(stages.in(SUBMITTED), List.of("a", "b"), null, ANSWER);

    assertThatThrownBy(() -> db.ledger.delivered(done, List.of(Stages.FILE)))
        .hasMessageContaining("1 outputs without a file");
    assertThatThrownBy(
            () -> db.ledger.delivered(done, List.of(Stages.FILE, Stages.FILE, Stages.FILE)))
        .hasMessageContaining("expected to change one row");

    assertThat(stages.again(done)).isEqualTo(done);
    assertThat(db.open.outputs(done)).allSatisfy(output -> assertThat(output.file()).isNull());
  }

  @Test
  void deliversNothingWithoutAFile() {
    Task empty = db.ledger.succeeded(stages.in(SUBMITTED), List.of(), null, ANSWER);

    assertThatThrownBy(() -> db.ledger.delivered(empty, List.of()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(stages.again(empty)).isEqualTo(empty);
  }

  @Test
  void keepsWhenTheProviderEndedThroughALaterFetch() {
    Task failed = stages.in(UNDELIVERED);
    Object ended = db.jdbc.sql("select ended_at from attempt").query().singleValue();

    db.ledger.succeeded(failed, List.of("fresh"), null, ANSWER);

    assertThat(db.jdbc.sql("select ended_at from attempt").query().singleValue()).isEqualTo(ended);
  }

  @Test
  void keepsTextsAsLongAsAnyoneSends() {
    String ticket = "t".repeat(5_000);
    String url = "https://example.org/?signature=" + "u".repeat(200_000);
    String reason = "r".repeat(10_000);
    Task sent = db.ledger.submitted(stages.in(SUBMITTING), ticket, null, ANSWER);
    Task done = db.ledger.succeeded(sent, List.of(url), null, ANSWER);
    Task task = db.ledger.undelivered(done, new Cause("c".repeat(500), reason, ANSWER));

    assertThat(task.reason()).hasSize(2_000);
    assertThat(stages.again(task)).isEqualTo(task);
    assertThat(db.open.outputs(task).get(0).url()).isEqualTo(url);
    assertThat(db.open.withTicket(UNDELIVERED).get(0).attempt().ticket()).isEqualTo(ticket);
  }

  @Test
  void losesNoTicketOverAPriceThatFitsNoBill() {
    Price absurd = Price.usd("1e999999999");

    Task task = db.ledger.submitted(stages.in(SUBMITTING), "ticket", absurd, ANSWER);

    assertThat(stages.again(task).state()).isEqualTo(SUBMITTED);
    assertThat(db.queries.money().spent().usd()).isEqualByComparingTo("0.25");
  }

  private TaskView view() {
    var queries = new ArrayList<TaskView>();
    db.queries.forEach(queries::add);
    assertThat(queries).hasSize(1);
    return queries.get(0);
  }
}
