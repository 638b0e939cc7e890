package dev.dailies.ledger;

import static dev.dailies.ledger.Stages.ANSWER;
import static dev.dailies.ledger.Stages.CAUSE;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of the ledger, tried on a task in every state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerMovesTest {

  /** A method of the ledger, and from where to where it may take a task. */
  private record Method(
      String name, Set<TaskState> from, TaskState to, BiFunction<Ledger, Task, Task> call) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Method> METHODS =
      List.of(
          new Method(
              "intend",
              Set.of(PLANNED),
              SUBMITTING,
              (ledger, task) -> ledger.intend(task, "runway", Rows.REQUEST).task()),
          new Method(
              "submitted",
              Set.of(SUBMITTING, IN_DOUBT),
              SUBMITTED,
              (ledger, task) ->
                  ledger.submitted(task, "ticket of " + UUID.randomUUID(), null, ANSWER)),
          new Method(
              "succeeded",
              Set.of(SUBMITTING, SUBMITTED, UNDELIVERED),
              SUCCEEDED,
              (ledger, task) -> ledger.succeeded(task, List.of(Stages.URL), null, ANSWER)),
          new Method(
              "refused",
              Set.of(PLANNED, SUBMITTING),
              REJECTED,
              (ledger, task) -> ledger.refused(task, CAUSE)),
          new Method(
              "putOff", Set.of(SUBMITTING), PLANNED, (ledger, task) -> ledger.putOff(task, CAUSE)),
          new Method(
              "planAgain",
              Set.of(FAILED, REJECTED, CANCELLED, IN_DOUBT, LOST),
              PLANNED,
              (ledger, task) -> ledger.planAgain(task, CAUSE)),
          new Method(
              "replaced",
              Set.of(SUBMITTED),
              PLANNED,
              (ledger, task) -> ledger.replaced(task, CAUSE)),
          new Method(
              "doubted",
              Set.of(SUBMITTING),
              IN_DOUBT,
              (ledger, task) -> ledger.doubted(task, CAUSE)),
          new Method(
              "failed",
              Set.of(SUBMITTED),
              FAILED,
              (ledger, task) -> ledger.failed(task, null, false, CAUSE)),
          new Method(
              "cancelled",
              Set.of(SUBMITTED, IN_DOUBT, LOST),
              CANCELLED,
              (ledger, task) -> ledger.cancelled(task, null, CAUSE)),
          new Method("lost", Set.of(SUBMITTED), LOST, (ledger, task) -> ledger.lost(task, CAUSE)),
          new Method(
              "found", Set.of(LOST), SUBMITTED, (ledger, task) -> ledger.found(task, ANSWER)),
          new Method(
              "delivered",
              Set.of(SUCCEEDED),
              DELIVERED,
              (ledger, task) -> ledger.delivered(task, List.of(Stages.FILE))),
          new Method(
              "undelivered",
              Set.of(SUCCEEDED),
              UNDELIVERED,
              (ledger, task) -> ledger.undelivered(task, CAUSE)));

  private TestLedger db;
  private Stages stages;

  @BeforeAll
  void open(@TempDir Path folder) {
    db = TestLedger.in(folder);
    stages = new Stages(db);
  }

  @AfterAll
  void close() {
    db.close();
  }

  static Stream<Arguments> methodsAndStates() {
    return METHODS.stream()
        .flatMap(method -> Stream.of(TaskState.values()).map(from -> Arguments.of(method, from)));
  }

  @ParameterizedTest
  @MethodSource("methodsAndStates")
  void movesOnlyFromItsStates(Method method, TaskState from) {
    Task task = stages.in(from);
    List<String> history = db.history(task);
    long attempts = db.count("attempt");

    if (method.from().contains(from)) {
      Task moved = method.call().apply(db.ledger, task);

      assertThat(moved.state()).isEqualTo(method.to());
      assertThat(stages.again(task)).isEqualTo(moved);
      assertThat(db.history(task)).hasSize(history.size() + 1);
      assertThat(db.history(task).get(history.size())).startsWith(from + ">" + method.to() + " ");
    } else {
      assertThatThrownBy(() -> method.call().apply(db.ledger, task))
          .isInstanceOf(IllegalTransitionException.class);

      assertThat(stages.again(task)).isEqualTo(task);
      assertThat(db.history(task)).isEqualTo(history);
      assertThat(db.count("attempt")).isEqualTo(attempts);
    }
  }

  /**
   * The last four are made by plans, and tried in {@link RowMatchingTest} and {@link PlansTest}.
   */
  @Test
  void reachesEveryAllowedTransition() {
    Set<String> reached = new TreeSet<>();
    for (Method method : METHODS) {
      method.from().forEach(from -> reached.add(from + ">" + method.to()));
    }
    reached.addAll(
        Set.of(
            "PLANNED>WITHDRAWN", "REJECTED>WITHDRAWN", "WITHDRAWN>PLANNED", "WITHDRAWN>REJECTED"));
    assertThat(reached).isEqualTo(TaskStateTest.allowed());
  }
}
