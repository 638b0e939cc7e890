package dev.dailies.ledger;

import static dev.dailies.ledger.Stages.CAUSE;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static dev.dailies.ledger.TaskState.SUBMITTING;
import static dev.dailies.ledger.TaskState.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.ledger.Ledger.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What must not be able to make the ledger forget or double a paid task. */
@ExtendWith(FreshLedger.class)
class LedgerGuardTest {

  private final TestLedger db;
  private final Stages stages;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  LedgerGuardTest(TestLedger db) {
    this.db = db;
    this.stages = new Stages(db);
  }

  @AfterEach
  void close() {
    pool.shutdownNow();
  }

  @Test
  void refusesToBePartOfAnotherTransaction() {
    Task sent = stages.in(SUBMITTING);

    assertThatThrownBy(() -> db.transaction.executeWithoutResult(status -> stages.submitted(sent)))
        .isInstanceOf(IllegalTransactionStateException.class)
        .hasMessageContaining("another transaction");

    assertThat(stages.again(sent)).isEqualTo(sent);
  }

  @Test
  void survivesTheRollbackOfAStepWithoutResources() {
    Task sent = stages.in(SUBMITTING);
    var chunk = new TransactionTemplate(new ResourcelessTransactionManager());

    chunk.executeWithoutResult(
        status -> {
          stages.submitted(sent);
          status.setRollbackOnly();
        });

    assertThat(stages.again(sent).state()).isEqualTo(SUBMITTED);
  }

  @Test
  void keepsTheTicketThoughTheThreadIsInterrupted() throws Exception {
    Task sent = stages.in(SUBMITTING);

    boolean interrupted =
        pool.submit(
                () -> {
                  Thread.currentThread().interrupt();
                  stages.submitted(sent);
                  return Thread.interrupted();
                })
            .get();

    assertThat(interrupted).isTrue();
    assertThat(stages.again(sent).state()).isEqualTo(SUBMITTED);
    assertThat(stages.in(SUCCEEDED).state()).isEqualTo(SUCCEEDED);
  }

  @Test
  void letsExactlyOneOfTwoSendTheSameTask() throws Exception {
    for (int round = 0; round < 20; round++) {
      Task task = stages.planned();

      List<Object> answers =
          race(List.of(() -> intend(task), () -> intend(task), () -> intend(task)));

      assertThat(answers).filteredOn(answer -> answer instanceof Intent).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer instanceof StaleTaskException).hasSize(2);
      assertThat(db.history(task)).hasSize(1);
    }
    assertThat(db.count("attempt")).isEqualTo(20);
  }

  @Test
  void letsExactlyOneOfTwoDecide() throws Exception {
    for (int round = 0; round < 20; round++) {
      Task task = stages.in(SUBMITTED);

      List<Object> answers =
          race(
              List.of(
                  () -> db.ledger.failed(task, null, false, CAUSE), () -> stages.succeeded(task)));

      assertThat(answers).filteredOn(answer -> answer instanceof Task).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer instanceof StaleTaskException).hasSize(1);
      assertThat(answers).contains(stages.again(task));
    }
  }

  @Test
  void movesDifferentTasksSideBySide() throws Exception {
    db.plan(OnChange.REGENERATE, rows(400));
    long plan = db.plans.newest().orElseThrow().number();
    var lives = new ArrayList<Future<Task>>();
    for (Task task : db.open.planned("runway", plan, Set.of(), 400)) {
      lives.add(pool.submit(() -> live(task)));
    }
    for (var life : lives) {
      assertThat(life.get().state()).isEqualTo(TaskState.DELIVERED);
    }

    assertThat(db.queries.countAll()).isEqualTo(Map.of(TaskState.DELIVERED, 400L));
    assertThat(db.count("event")).isEqualTo(1600);
    assertThat(db.open.in(PLANNED)).isEmpty();
  }

  private Object intend(Task task) {
    return db.ledger.intend(task, "runway", Rows.REQUEST);
  }

  private Task live(Task task) {
    Task sent = db.ledger.intend(task, "runway", Rows.REQUEST).task();
    return db.ledger.delivered(stages.succeeded(stages.submitted(sent)), List.of(Stages.FILE));
  }

  private static PlannedRow[] rows(int count) {
    var rows = new PlannedRow[count];
    for (int n = 0; n < count; n++) {
      rows[n] = Rows.row(n, "side-" + n);
    }
    return rows;
  }

  /** Starts all at the same moment; answers what each returned or threw. */
  private List<Object> race(List<Callable<Object>> runners) throws Exception {
    var start = new CyclicBarrier(runners.size());
    var running = new ArrayList<Future<Object>>();
    for (Callable<Object> runner : runners) {
      running.add(
          pool.submit(
              () -> {
                start.await();
                return runner.call();
              }));
    }
    var answers = new ArrayList<>();
    for (Future<Object> one : running) {
      answers.add(answer(one));
    }
    return answers;
  }

  private static Object answer(Future<Object> running) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException thrown) {
      return thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }
}
